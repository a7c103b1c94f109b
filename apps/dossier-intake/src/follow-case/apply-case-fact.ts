import { Injectable } from '@nestjs/common';
import { applyCaseStatus, type CaseStatus } from '@motcua/dossier-domain';
import type { Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';

export interface CaseFact {
  readonly dossierId: string;
  /** The event's own time. */
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changes: Partial<Omit<DossierRow, 'id' | 'version' | 'status'>>;
  /** The public status that the case has decided, if it decided one. */
  readonly to?: CaseStatus;
}

@Injectable()
export class ApplyCaseFact {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly status: AnnounceStatus,
  ) {}

  /** Applies what the case says and publishes every status that it leads through; a move that no rule knows is recorded. */
  async apply(tx: Tx, { dossierId, at, action, detail, changes, to }: CaseFact): Promise<void> {
    const { dossier: before, head } = await this.dossiers.lockForEvent(tx, dossierId);
    const applied = to === undefined ? undefined : applyCaseStatus(lifeOf(before), to, at);
    const path = applied?.changes ?? [];
    const last = path.at(-1);
    const after = await this.dossiers.keep(tx, before, {
      ...changes,
      ...(last && { status: last.to, statusSince: at }),
      ...(applied?.paymentReturnsTo && { paymentReturnsTo: applied.paymentReturnsTo }),
      // What ends or goes on keeps no reason of before; a status that did not change keeps its own.
      ...(!last && { statusReason: before.statusReason }),
    });
    for (const { from, to: next } of path) {
      const passing = next === last?.to ? after : { ...after, status: next, statusReason: null };
      await this.status.announce(tx, passing, from, 'workflow');
    }
    const unexpected = applied?.unexpected ? { unexpectedInStatus: before.status } : {};
    tx.record({ aggregate: dossierId, at, actor: 'system:case', action, detail: { ...detail, ...unexpected } }, head);
  }
}
