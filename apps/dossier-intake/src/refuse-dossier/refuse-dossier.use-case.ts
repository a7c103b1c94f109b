import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Remark } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { officerOf } from '../announce/officer.js';
import { Procedures } from '../catalogue/procedures.js';
import { askedComponents } from '../catalogue/asked-components.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { keepRefusal } from './keep-refusal.js';

@Injectable()
export class RefuseDossier {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly procedures: Procedures,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    id: string,
    version: number,
    { reason, faults }: { reason: string; faults: readonly Remark[] },
    actor: Actor,
  ): Promise<DossierRow> {
    const { dossier: before, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.receive', version });
    const now = this.clock.now();
    const fact = refuse(lifeOf(before), {
      reason,
      faults,
      components: await askedComponents(tx, this.procedures, before),
      now,
    });
    const dossier = await keepRefusal(
      tx,
      { dossiers: this.dossiers, status: this.status },
      before,
      fact,
      officerOf(actor),
    );
    tx.record(
      {
        aggregate: id,
        at: now,
        actor: actor.subject,
        action: 'refused',
        detail: { reason: fact.reason, faults: fact.faults },
      },
      head,
    );
    return dossier;
  }
}
