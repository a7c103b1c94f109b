import { type Month, monthOf } from './calendar-month.js';
import type { DossierFacts } from './dossier-facts.js';
import { endOf, punctuality766 } from './on-time-766.js';
import { isLateByDate, punctualityByDate } from './on-time-by-date.js';

/** What is counted. Each belongs to the month of the instant that it is about. */
export const MEASURES = [
  // By the month of submission.
  'submitted',
  // By the month of acceptance (Decision 766).
  'received',
  'onTime766',
  'late766',
  'owing',
  'paidOnline',
  'digitised',
  'electronicResult',
  'reused',
  'fromCitizenStore',
  'populationData',
  'onlineWithResult',
  // By the month of what happened.
  'refused',
  'finishedEarly',
  'finishedOnDay',
  'finishedLate',
  'stopped',
  'withdrawn',
  'withdrawnBeforeAcceptance',
  'returned',
  // By the month of the due date.
  'due',
  'dueOnTime',
  // How many were late at the end of a month: those that became late until then, less those that ended late until then.
  'becameLate',
  'endedLate',
] as const;

export type Measure = (typeof MEASURES)[number];

export interface Contribution {
  readonly month: Month;
  readonly measure: Measure;
  readonly count: number;
}

const FINISHED = { early: 'finishedEarly', onDay: 'finishedOnDay', late: 'finishedLate' } as const;

/** Its result is there electronically, where one is due. */
const hasResult = ({ resultDue, resultsInForce }: DossierFacts): boolean => resultsInForce.length > 0 || !resultDue;

/** Its papers and its result are digitised (R20): no paper is left to scan, and the result is electronic where one is due. */
const isDigitised = (dossier: DossierFacts): boolean =>
  dossier.requiredPapers.every((code) => dossier.electronicPapers.includes(code)) && hasResult(dossier);

function ofAcceptance(dossier: DossierFacts): Measure[] {
  const punctuality = punctuality766(dossier);
  const owing = dossier.owesFee || dossier.feeArose;
  return [
    'received',
    ...(punctuality === 'onTime' ? (['onTime766'] as const) : []),
    ...(punctuality === 'late' ? (['late766'] as const) : []),
    ...(owing ? (['owing'] as const) : []),
    ...(owing && dossier.paidOnline ? (['paidOnline'] as const) : []),
    ...(isDigitised(dossier) ? (['digitised'] as const) : []),
    ...(dossier.resultsInForce.length > 0 ? (['electronicResult'] as const) : []),
    ...(dossier.reused ? (['reused'] as const) : []),
    ...(dossier.fromCitizenStore ? (['fromCitizenStore'] as const) : []),
    ...(dossier.populationData ? (['populationData'] as const) : []),
    ...(dossier.channel === 'online' && hasResult(dossier) ? (['onlineWithResult'] as const) : []),
  ];
}

/** What one dossier adds to the figures, whenever they are read: only what still runs is left to the reading. */
export function contributionsOf(dossier: DossierFacts): Contribution[] {
  const counted: [Temporal.Instant | null, readonly Measure[]][] = [
    [dossier.submittedAt, ['submitted']],
    [dossier.acceptedAt, ofAcceptance(dossier)],
    [dossier.refusedAt, ['refused']],
    [dossier.stoppedAt, ['stopped']],
    [dossier.withdrawnAt, [dossier.acceptedAt === null ? 'withdrawnBeforeAcceptance' : 'withdrawn']],
    [dossier.returnedAt, ['returned']],
  ];
  const finished = punctualityByDate(dossier);
  if (finished !== null) {
    counted.push([dossier.processedAt, [FINISHED[finished]]]);
    counted.push([dossier.dueAt, finished === 'late' ? ['due'] : ['due', 'dueOnTime']]);
  }
  const end = endOf(dossier);
  if (isLateByDate(end, dossier.dueAt)) counted.push([dossier.dueAt, ['becameLate']], [end, ['endedLate']]);
  return counted.flatMap(([at, measures]) =>
    at === null ? [] : measures.map((measure) => ({ month: monthOf(at), measure, count: 1 })),
  );
}

/** What the figures change by when a dossier's facts do: the new contributions less the old ones, without what cancels out. */
export function changeOf(before: DossierFacts | undefined, after: DossierFacts | undefined): Contribution[] {
  const changes = new Map<string, Contribution>();
  const add = ({ month, measure, count }: Contribution): void => {
    const key = `${month} ${measure}`;
    changes.set(key, { month, measure, count: (changes.get(key)?.count ?? 0) + count });
  };
  if (after) for (const one of contributionsOf(after)) add(one);
  if (before) for (const one of contributionsOf(before)) add({ ...one, count: -one.count });
  return [...changes.values()].filter(({ count }) => count !== 0);
}

export interface ChangeOfAgency {
  readonly agency: string;
  readonly changes: readonly Contribution[];
}

/** Whose figures change, and by what: a dossier that goes to another agency takes with it all that it was counted for. */
export function changesByAgency(before: DossierFacts | undefined, after: DossierFacts): ChangeOfAgency[] {
  const agency = after.competentAgency;
  if (before === undefined || before.competentAgency === agency) return [{ agency, changes: changeOf(before, after) }];
  return [
    { agency: before.competentAgency, changes: changeOf(before, undefined) },
    { agency, changes: changeOf(undefined, after) },
  ];
}
