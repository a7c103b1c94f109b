import { Inject, Injectable } from '@nestjs/common';
import { expireSupplement } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, type Tx, UnitOfWork } from '@motcua/platform';
import { AnnounceStatus } from '../announce/announce-status.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';
import { keepRefusal } from '../refuse-dossier/keep-refusal.js';

const EXPIRED = `status = 'supplementRequired' AND accepted_at IS NULL AND supplement_deadline_at <= $1`;
const DUE = `
  SELECT supplement_deadline_at AS at, id FROM dossier
  WHERE ${EXPIRED} AND ($2::timestamptz IS NULL OR (supplement_deadline_at, id) > ($2, $3::uuid))
  ORDER BY supplement_deadline_at, id LIMIT $4`;
// Several processes may sweep at once: what one of them has locked the others step over.
const LOCK = `SELECT FROM dossier WHERE ${EXPIRED} AND id = $2 FOR UPDATE SKIP LOCKED`;

/** R9: a dossier that was never accepted is refused when its supplement has not come by its deadline. */
@Injectable()
export class ExpireSupplements implements Sweep {
  readonly name = 'expire-supplements';

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly requests: SupplementRequests,
    private readonly status: AnnounceStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(DUE, [this.clock.now(), after?.at ?? null, after?.id ?? null, limit]);
  }

  settle({ id }: DueRow): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const [locked] = await tx.query(LOCK, [now, id]);
      if (!locked) return false;
      await this.refuse(tx, id, now);
      return true;
    });
  }

  private async refuse(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
    const { dossier, head } = await this.dossiers.lockForEvent(tx, id);
    const request = await this.requests.find(tx, id, dossier.supplementCount);
    const fact = expireSupplement(lifeOf(dossier), request, now);
    await keepRefusal(tx, { dossiers: this.dossiers, status: this.status }, dossier, fact, null);
    const detail = { reason: fact.reason, faults: fact.faults };
    tx.record({ aggregate: id, at: now, actor: 'system:expire-supplements', action: 'refused', detail }, head);
  }
}
