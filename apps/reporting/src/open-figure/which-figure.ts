import { type Sql, sql } from '@motcua/platform';
import { isLate } from '../read-figures/running-late.js';

/** The columns along which dossiers are listed: each has an index behind its agency. */
type Along = 'accepted_at' | 'processed_at' | 'stopped_at' | 'withdrawn_at' | 'due_at';

/** The period, `to` excluded, and the days on which it is looked at. */
export interface Instants {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly lateFrom: Temporal.Instant;
}

type Where = (asked: Instants) => Sql;

/** Dossiers `d` that a figure counts. */
interface Shown {
  readonly along: Along;
  readonly where: Where;
}

const during =
  (along: Along): Where =>
  ({ from, to }) =>
    sql`d.${sql.raw(along)} >= ${from} AND d.${sql.raw(along)} < ${to}`;
const ENDED = sql.raw('coalesce(d.processed_at, d.stopped_at, d.withdrawn_at)');
const DAY = (column: string): string => `(d.${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

const all =
  (...parts: readonly Where[]): Where =>
  (asked) =>
    sql.join(
      parts.map((part) => sql`(${part(asked)})`),
      ' AND ',
    );
const always =
  (condition: string): Where =>
  () =>
    sql.raw(condition);
const not =
  (part: Where): Where =>
  (asked) =>
    sql`NOT (${part(asked)})`;

const accepted = (...more: readonly (string | Where)[]): Shown => ({
  along: 'accepted_at',
  where: all(during('accepted_at'), ...more.map((one) => (typeof one === 'string' ? always(one) : one))),
});
const finished = (comparison: string): Shown => ({
  along: 'processed_at',
  where: all(during('processed_at'), always(`${DAY('processed_at')} ${comparison} ${DAY('due_at')}`)),
});
const runningAtTheEnd = (more: Where): Shown => ({
  along: 'accepted_at',
  where: all(({ to }) => sql`d.accepted_at < ${to} AND (${ENDED} IS NULL OR ${ENDED} >= ${to})`, more),
});
const ended = (along: Along): Shown => ({ along, where: all(during(along), always('d.accepted_at IS NOT NULL')) });
const due = (finishedWhen: string, running: Where): Shown => ({
  along: 'due_at',
  where: all(
    during('due_at'),
    (asked) =>
      sql`d.processed_at IS NOT NULL AND ${sql.raw(finishedWhen)} OR ${ENDED} IS NULL AND d.accepted_at IS NOT NULL AND ${running(asked)}`,
  ),
});

// In time by Decision 766: the end, else the open supplement's request, else the end of the period or now; a second request is late.
const inTime: Where = ({ until }) => sql`d.supplement_requests < 2
  AND coalesce(d.processed_at, d.returned_at, d.stopped_at, d.withdrawn_at, d.supplement_open_since, ${until}) <= d.slip_due_at`;
const late: Where = ({ lateFrom }) => isLate(sql`${lateFrom}`);
const OWING = 'd.owes_fee OR d.fee_arose';

/**
 * Each figure of the indicators and of the ordinary report, by its name there, as the dossiers behind it: the same rules as
 * `contributionsOf`, as conditions. A spec counts both.
 * @rule R10 @rule R18
 */
export const SHOWN = {
  received: accepted(),
  onTime: accepted(inTime),
  overdue: accepted(not(inTime)),
  withObligation: accepted(OWING),
  paidOnline: accepted(OWING, 'd.paid_online'),
  electronicResults: accepted("d.results_in_force <> '{}'"),
  digitised: accepted("d.required_papers <@ d.electronic_papers AND (d.results_in_force <> '{}' OR NOT d.result_due)"),
  reused: accepted('d.reused'),
  fromCitizenStore: accepted('d.from_citizen_store'),
  populationData: accepted('d.population_data'),
  dossiersOnline: accepted("d.channel = 'online' AND (d.results_in_force <> '{}' OR NOT d.result_due)"),

  receivedOnline: accepted("d.channel = 'online'"),
  receivedAtCounter: accepted("d.channel = 'counter'"),
  receivedByPost: accepted("d.channel = 'post'"),
  carriedOver: {
    along: 'accepted_at',
    where: ({ from }) => sql`d.accepted_at < ${from} AND (${ENDED} IS NULL OR ${ENDED} >= ${from})`,
  },
  finishedEarly: finished('<'),
  finishedOnDay: finished('='),
  finishedLate: finished('>'),
  stopped: ended('stopped_at'),
  withdrawn: ended('withdrawn_at'),
  runningInTime: runningAtTheEnd(not(late)),
  runningLate: runningAtTheEnd(late),
  due: due('true', late),
  dueOnTime: due(`${DAY('processed_at')} <= ${DAY('due_at')}`, always('false')),
} as const satisfies Record<string, Shown>;

export type FigureName = keyof typeof SHOWN;
export const FIGURE_NAMES = Object.keys(SHOWN) as FigureName[];
