import { Inject, Injectable } from '@nestjs/common';
import { refuseWhenSupplementExpires } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';
import { refused } from '../change/refused.js';
import { lifeOf } from '../persistence/found-dossier.js';

/** A dossier that was never accepted is refused when its supplement has not come by its deadline. @rule R9 */
const EXPIRE_SUPPLEMENT: DossierDecision<DossierCommand, object, boolean> = {
  scope: null,
  decide: ({ dossier, supplements }, _, now) => {
    const { status, acceptedAt, supplementCount } = dossier;
    const request = supplements.find(({ number }) => number === supplementCount);
    const waits = status === 'supplementRequired' && acceptedAt === null && request !== undefined;
    if (!waits || Temporal.Instant.compare(now, request.deadlineAt) < 0) return new Unchanged(NOTHING_DUE);
    const fact = refuseWhenSupplementExpires(lifeOf(dossier), request, now);
    return refused(dossier, fact, { actor: 'system:expire-supplements', refusedBy: null });
  },
  answer: () => SETTLED,
};

@Injectable()
export class ExpireSupplements implements Sweep {
  readonly name = 'expire-supplements';

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT supplement_deadline_at AS at, id FROM dossier
      WHERE status = 'supplementRequired' AND accepted_at IS NULL AND supplement_deadline_at <= ${this.clock.now()}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (supplement_deadline_at, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY supplement_deadline_at, id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(EXPIRE_SUPPLEMENT, { id })).body;
  }
}
