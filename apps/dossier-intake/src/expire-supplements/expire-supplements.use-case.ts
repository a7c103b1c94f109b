import { Inject, Injectable } from '@nestjs/common';
import { expireSupplement } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { UnitOfWork } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';
import { keepRefusal } from '../refuse-dossier/keep-refusal.js';

// Several processes may sweep at once: what one of them has locked the others step over.
const DUE = `
  SELECT id FROM dossier WHERE status = 'supplementRequired' AND accepted_at IS NULL AND supplement_deadline_at <= $1
  ORDER BY supplement_deadline_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

@Injectable()
export class ExpireSupplements {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(SupplementRequests) private readonly requests: SupplementRequests,
    @Inject(AnnounceStatus) private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** R9: refuses one never accepted dossier whose supplement has not come by its deadline. False when there is none. */
  async expireNext(): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const [due] = await tx.query<{ id: string }>(DUE, [now]);
      if (!due) return false;
      const { dossier, head } = await this.dossiers.lockForEvent(tx, due.id);
      const request = await this.requests.find(tx, due.id, dossier.supplementCount);
      const fact = expireSupplement(lifeOf(dossier), request, now);
      await keepRefusal(tx, { dossiers: this.dossiers, status: this.status }, dossier, fact, null);
      tx.record(
        {
          aggregate: due.id,
          at: now,
          actor: 'system:expire-supplements',
          action: 'refused',
          detail: { reason: fact.reason, faults: fact.faults },
        },
        head,
      );
      return true;
    });
  }
}
