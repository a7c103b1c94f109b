import { isLate } from '../read-figures/running-late.js';

/** The columns along which dossiers are listed: each has an index behind its agency. */
type Along = 'accepted_at' | 'processed_at' | 'stopped_at' | 'withdrawn_at' | 'due_at';

/** Dossiers `d` that a figure counts. The period is `from` to `to` (excluded). */
interface Shown {
  readonly along: Along;
  readonly where: string;
}

/** Instants that a statement knows, as its parameters. */
export const INSTANTS = { from: '$1', to: '$2', until: '$3', lateFrom: '$4' } as const;
const { from, to, until, lateFrom } = INSTANTS;

const during = (along: Along): string => `d.${along} >= ${from} AND d.${along} < ${to}`;
const ENDED = 'coalesce(d.processed_at, d.stopped_at, d.withdrawn_at)';
const DAY = (column: string): string => `(d.${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

const accepted = (more = 'true'): Shown => ({ along: 'accepted_at', where: `${during('accepted_at')} AND (${more})` });
const finished = (comparison: string): Shown => ({
  along: 'processed_at',
  where: `${during('processed_at')} AND ${DAY('processed_at')} ${comparison} ${DAY('due_at')}`,
});
const runningAtTheEnd = (more: string): Shown => ({
  along: 'accepted_at',
  where: `d.accepted_at < ${to} AND (${ENDED} IS NULL OR ${ENDED} >= ${to}) AND ${more}`,
});
const ended = (along: Along): Shown => ({ along, where: `${during(along)} AND d.accepted_at IS NOT NULL` });
const due = (finishedWhen: string, running: string): Shown => ({
  along: 'due_at',
  where: `${during('due_at')} AND (d.processed_at IS NOT NULL AND ${finishedWhen} OR ${ENDED} IS NULL AND d.accepted_at IS NOT NULL AND ${running})`,
});

// In time by Decision 766: the end, else the open supplement's request, else the end of the period or now; a second request is late.
const IN_TIME = `d.supplement_requests < 2
  AND coalesce(d.processed_at, d.returned_at, d.stopped_at, d.withdrawn_at, d.supplement_open_since, ${until}) <= d.slip_due_at`;
const OWING = 'd.owes_fee OR d.fee_arose';

/**
 * Each figure of the indicators and of the ordinary report, by its name there, as the dossiers behind it: the same rules as
 * `contributionsOf`, as conditions. A spec counts both.
 * @rule R10 @rule R18
 */
export const SHOWN = {
  received: accepted(),
  onTime: accepted(IN_TIME),
  overdue: accepted(`NOT (${IN_TIME})`),
  withObligation: accepted(OWING),
  paidOnline: accepted(`(${OWING}) AND d.paid_online`),
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
    where: `d.accepted_at < ${from} AND (${ENDED} IS NULL OR ${ENDED} >= ${from})`,
  },
  finishedEarly: finished('<'),
  finishedOnDay: finished('='),
  finishedLate: finished('>'),
  stopped: ended('stopped_at'),
  withdrawn: ended('withdrawn_at'),
  runningInTime: runningAtTheEnd(`NOT (${isLate(lateFrom)})`),
  runningLate: runningAtTheEnd(isLate(lateFrom)),
  due: due('true', isLate(lateFrom)),
  dueOnTime: due(`${DAY('processed_at')} <= ${DAY('due_at')}`, 'false'),
} as const satisfies Record<string, Shown>;

export type FigureName = keyof typeof SHOWN;
export const FIGURE_NAMES = Object.keys(SHOWN) as FigureName[];
