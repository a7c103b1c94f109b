import { Inject, Injectable } from '@nestjs/common';
import { DossierWithdrawalRequestedV1, DossierWithdrawnV1 } from '@motcua/contracts';
import { withdraw } from '@motcua/dossier-domain';
import { CLOCK, type Clock, Refusal, withOffset } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import type { IntakeCode } from '../problems.js';

export interface Withdrawn {
  readonly dossier: DossierRow;
  /** The case decides, and its outcome shows later. */
  readonly afterAcceptance: boolean;
}

@Injectable()
export class WithdrawDossier {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, id: string, version: number, reason: string, actor: Actor): Promise<Withdrawn> {
    const { dossier: before, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.withdraw', version });
    const now = this.clock.now();
    const fact = withdraw(lifeOf(before), { reason, now });
    const common = { dossierId: id, code: before.code ?? '', reason: fact.reason };
    if (fact.afterAcceptance) {
      if (before.withdrawalAskedAt !== null)
        throw new Refusal<IntakeCode>('DOSSIER.WITHDRAWAL_PENDING', {
          requestedAt: withOffset(before.withdrawalAskedAt),
        });
      const dossier = await this.dossiers.keep(tx, before, { withdrawalAskedAt: now });
      const data = { ...common, requestedAt: withOffset(now) } satisfies DossierWithdrawalRequestedV1;
      tx.publish({ contract: DossierWithdrawalRequestedV1, key: id, time: now, data });
      tx.record(
        {
          aggregate: id,
          at: now,
          actor: actor.subject,
          action: 'withdrawalRequested',
          detail: { reason: fact.reason },
        },
        head,
      );
      return { dossier, afterAcceptance: true };
    }
    const moved = {
      status: fact.status,
      statusSince: now,
      statusReason: fact.reason,
      receptionDueAt: null,
      supplementDeadlineAt: null,
    };
    const dossier = await this.dossiers.keep(tx, before, moved);
    const data = { ...common, withdrawnAt: withOffset(now) } satisfies DossierWithdrawnV1;
    tx.publish({ contract: DossierWithdrawnV1, key: id, time: now, data });
    await this.status.announce(tx, dossier, before.status, 'intake');
    tx.record(
      { aggregate: id, at: now, actor: actor.subject, action: 'withdrawn', detail: { reason: fact.reason } },
      head,
    );
    return { dossier, afterAcceptance: false };
  }
}
