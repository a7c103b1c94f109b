import { calculateDeadline } from './calculate-deadline.js';
import { compileCalendar } from './calendar/compile-calendar.js';
import type { DueDates } from './deadline/deadline-request.js';
import { dueDates } from './deadline/due-dates.js';
import type { OracleAnswer } from './testing/oracle.fixture.js';
import { Oracle } from './testing/oracle.fixture.js';
import { FIRST_DATE, Random, randomCalendar, randomInput } from './testing/random-case.fixture.js';

const LONG = process.env['MOTCUA_LONG'] === '1';
const CALENDARS = LONG ? 5_000 : 150;
const DOSSIERS = 20;

const answerOf = ({ state, startedAt, statutoryDueAt, promisedDueAt, provisional }: DueDates): OracleAnswer => ({
  state,
  startedAt: startedAt.epochMilliseconds,
  statutoryDueAt: statutoryDueAt?.epochMilliseconds ?? null,
  promisedDueAt: promisedDueAt?.epochMilliseconds ?? null,
  provisional,
});

const written = (answer: OracleAnswer): string => JSON.stringify(answer);

describe('the legal clock and its slow oracle', () => {
  it(
    `agree on ${CALENDARS * DOSSIERS} random dossiers over ${CALENDARS} odd calendars`,
    () => {
      const differences: object[] = [];
      for (let c = 1; c <= CALENDARS; c++) {
        const definition = randomCalendar(new Random(c));
        const calendar = compileCalendar(definition);
        const oracle = new Oracle(definition, FIRST_DATE);
        for (let d = 1; d <= DOSSIERS; d++) {
          const input = randomInput(new Random(c * 1_000 + d), definition);
          const expected = written(oracle.answer(input));
          const lean = written(answerOf(dueDates({ ...input, calendar })));
          const explained = written(answerOf(calculateDeadline({ ...input, calendar })));
          if (lean !== expected || explained !== expected) {
            differences.push({ calendar: c, dossier: d, input: JSON.stringify(input), expected, lean, explained });
          }
        }
      }
      expect(differences.slice(0, 3)).toEqual([]);
    },
    LONG ? 1_800_000 : 30_000,
  );
});
