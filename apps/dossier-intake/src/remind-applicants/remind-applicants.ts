import { Inject, Injectable } from '@nestjs/common';
import { remind } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { type LastPostalOrder, lastPostalOrders } from '../change/last-postal-order.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';
import { IntakeConfig } from '../intake.config.js';
import { owedOf } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

const ACTOR = 'system:remind-applicants';

/** The post could not bring it: it waits at the counter, whatever was wished. */
const WAITS_HERE = sql`EXISTS (SELECT FROM postal_order o WHERE o.dossier_id = dossier.id AND o.state IN ('undeliverable', 'refused')
  AND NOT EXISTS (SELECT FROM postal_order l WHERE l.dossier_id = o.dossier_id AND l.n > o.n))`;

/** In a bag, or missing from one: there is nothing to fetch yet. */
const ON_THE_WAY = sql`(status = 'processed' AND EXISTS (SELECT FROM paper_place p
  WHERE p.dossier_id = dossier.id AND p.state IN ('underWay', 'missing')))`;

const hasFailed = (order: LastPostalOrder['postalOrder']): boolean =>
  order?.state === 'undeliverable' || order?.state === 'refused';

/** Fees that are not paid and results that are not fetched: the applicant is reminded, and what is never paid ends. @rule R19 */
@Injectable()
export class RemindApplicants implements Sweep {
  readonly name = 'remind-applicants';
  private readonly decision: DossierDecision<DossierCommand, LastPostalOrder, boolean>;

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    private readonly config: IntakeConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.decision = {
      scope: null,
      more: lastPostalOrders,
      decide: ({ dossier: before, postalOrder, place }, _, now) => {
        const { status, statusSince, remindedAt, reminders } = before;
        const failed = hasFailed(postalOrder) ? postalOrder : null;
        const { everyDays, atMost } = this.policy;
        const waiting = {
          since: failed?.endedAt ?? statusSince,
          delivery: failed ? ('counter' as const) : before.delivery.method,
          ...{ remindedAt, reminders, everyDays, atMost, now },
        };
        const due = remind({ status, everAccepted: lifeOf(before).everAccepted, ...waiting });
        if (due === null) return new Unchanged(NOTHING_DUE);
        const common = { before, at: now, actor: ACTOR };
        if (due.kind === 'end') {
          const { reason } = due;
          const end = { status: due.status, statusSince: now, statusReason: reason, receptionDueAt: null };
          return {
            ...common,
            after: changed(before, end),
            facts: [{ action: 'withdrawn', detail: { reason }, told: { reason } }],
          };
        }
        const { awaited, number, endsAt } = due;
        return {
          ...common,
          // What an officer has seen has not changed: the version stays.
          after: { ...before, remindedAt: now, reminders: number },
          facts: [
            {
              action: 'reminded',
              detail: { awaited, number },
              told: {
                awaited,
                number,
                endsAt,
                owed: owedOf(before),
                collectAt: place?.state === 'here' ? place.agency : null,
              },
            },
          ],
        };
      },
      answer: () => SETTLED,
    };
  }

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const { everyDays, atMost } = this.policy;
    if (atMost === 0) return Promise.resolve([]);
    const last = sql`GREATEST(status_since, reminded_at)`;
    return this.database.query<DueRow>(sql`
      SELECT ${last} AS at, id FROM dossier
      WHERE status IN ('processed', 'paymentRequired') AND ${last} <= ${this.clock.now().subtract({ hours: 24 * everyDays })}
        AND NOT ${ON_THE_WAY}
        AND (status = 'processed' AND (delivery->>'method' = 'counter' OR ${WAITS_HERE}) OR status = 'paymentRequired')
        AND (accepted_at IS NULL OR reminders < ${atMost} OR reminded_at < status_since)
        AND (${after?.at ?? null}::timestamptz IS NULL OR (${last}, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY 1, 2 LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(this.decision, { id })).body;
  }

  private get policy() {
    return { everyDays: this.config.reminderDays, atMost: this.config.reminders };
  }
}
