import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import type { OwnFact } from '../change/dossier-change.js';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';
import type { SupplementRow } from '../persistence/supplement-row.js';

/**
 * After acceptance intake, which records the answers, says that none came, under the same lock and in the same order of
 * events (ADR 0014). So an answer in time is never too late for the case, however long its event travels. @rule R9
 */
const LAPSE_SUPPLEMENTS: DossierDecision<DossierCommand, object, boolean> = {
  scope: null,
  decide: ({ dossier, supplements }, _, now) => {
    const lapsing = supplements.filter((request) => lapses(request, now));
    // A case that ended or went on meanwhile waits for nothing.
    const awaited = lapsing.filter(
      ({ number }) => dossier.status === 'supplementRequired' && number === dossier.supplementCount,
    );
    const [first, ...more] = awaited.map(expired);
    if (lapsing.length === 0) return new Unchanged(NOTHING_DUE);
    return {
      before: dossier,
      after: dossier,
      at: now,
      actor: 'system:expire-supplements',
      facts: [
        first ?? { action: 'supplementLapsed', detail: { numbers: lapsing.map(({ number }) => number) } },
        ...more,
      ],
      supplements: lapsing.map((before) => ({ before, after: { ...before, lapsedAt: now } })),
    };
  },
  answer: () => SETTLED,
};

const lapses = ({ beforeAcceptance, givenAt, lapsedAt, deadlineAt }: SupplementRow, now: Temporal.Instant): boolean =>
  !beforeAcceptance && givenAt === null && lapsedAt === null && Temporal.Instant.compare(deadlineAt, now) <= 0;

const expired = ({ number, deadlineAt }: SupplementRow): OwnFact => ({
  action: 'supplementExpired',
  detail: { number, deadlineAt: withOffset(deadlineAt) },
  told: { number, deadlineAt },
});

@Injectable()
export class NotifyCaseOfExpiry implements Sweep {
  readonly name = 'notify-case-of-expiry';

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT deadline_at AS at, dossier_id AS id FROM supplement_request
      WHERE NOT before_acceptance AND given_at IS NULL AND lapsed_at IS NULL AND deadline_at <= ${this.clock.now()}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (deadline_at, dossier_id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY deadline_at, dossier_id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(LAPSE_SUPPLEMENTS, { id })).body;
  }
}
