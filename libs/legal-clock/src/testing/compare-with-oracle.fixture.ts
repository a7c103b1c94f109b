import { calculateDeadline } from '../calculate-deadline.js';
import { compileCalendar } from '../calendar/compile-calendar.js';
import type { DeadlineInput, DueDates } from '../deadline/deadline-request.js';
import { dueDates, dueTimes } from '../deadline/due-dates.js';
import type { OracleAnswer } from './oracle.fixture.js';
import { Oracle } from './oracle.fixture.js';
import { FIRST_DATE, Random, randomCalendar, randomInput } from './random-case.fixture.js';

export const DOSSIERS_PER_CALENDAR = 20;

/** Where the library and the oracle differ, over random dossiers of the calendars numbered from 1 to `calendars`. */
export function differencesFromOracle(calendars: number): readonly object[] {
  const differences: object[] = [];
  for (let c = 1; c <= calendars; c++) {
    const definition = randomCalendar(new Random(c));
    const calendar = compileCalendar(definition);
    const oracle = new Oracle(definition, FIRST_DATE);
    for (let d = 1; d <= DOSSIERS_PER_CALENDAR; d++) {
      const input = randomInput(new Random(c * 1_000 + d), definition);
      const expected = JSON.stringify(oracle.answer(input));
      const lean = JSON.stringify(answerOf(dueDates({ ...input, calendar })));
      const explained = JSON.stringify(answerOf(calculateDeadline({ ...input, calendar })));
      const times = JSON.stringify(dueTimes({ ...input, calendar, ...inEpochMilliseconds(input) }));
      if (lean !== expected || explained !== expected || times !== expected) {
        differences.push({ calendar: c, dossier: d, input: JSON.stringify(input), expected, lean, explained, times });
      }
    }
  }
  return differences;
}

const inEpochMilliseconds = ({ acceptedAt, supplements = [] }: Omit<DeadlineInput, 'calendar'>) => ({
  acceptedAt: acceptedAt.epochMilliseconds,
  supplements: supplements.map(({ requestedAt, completedAt }) => ({
    requestedAt: requestedAt.epochMilliseconds,
    completedAt: completedAt?.epochMilliseconds ?? null,
  })),
});

function answerOf({ state, startedAt, statutoryDueAt, promisedDueAt, provisional }: DueDates): OracleAnswer {
  return {
    state,
    startedAt: startedAt.epochMilliseconds,
    statutoryDueAt: statutoryDueAt?.epochMilliseconds ?? null,
    promisedDueAt: promisedDueAt?.epochMilliseconds ?? null,
    provisional,
  };
}
