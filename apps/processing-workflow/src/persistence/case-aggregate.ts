import type { Aggregate, HistoryEntry, NewEvent } from '@motcua/platform';
import type { CaseChange } from './case-change.js';
import { eventsOf } from './case-events.js';
import { line } from './history.js';
import { saveCases } from './save-cases.js';

export const caseEvents = ({ before, after, noticed, facts, leaders, at }: CaseChange): NewEvent[] => [
  ...noticed.flatMap((passed) => eventsOf({ state: (before ?? after).state, facts: passed.facts }, leaders, at)),
  ...eventsOf({ state: after.state, facts }, leaders, at),
];

export function caseHistory({ after, noticed, line: told, at }: CaseChange): HistoryEntry[] {
  const { dossierId } = after.state;
  return [
    ...noticed.map((passed) =>
      line('case', dossierId, 'deadlinePassed', {
        at,
        actor: 'system:watch-deadlines',
        detail: { name: passed.name, at: passed.at.toString() },
      }),
    ),
    ...(told ? [line('case', dossierId, told.action, told)] : []),
  ];
}

/** A case with its tasks, results and deadlines. */
export const CASE: Aggregate<CaseChange> = {
  save: async (queries, changes) => {
    await saveCases(queries, changes);
    return undefined;
  },
  events: caseEvents,
  history: (change) => {
    const [first, ...more] = caseHistory(change);
    if (!first) throw new Error(`nothing became of case ${change.after.state.dossierId}`);
    return [first, ...more];
  },
};
