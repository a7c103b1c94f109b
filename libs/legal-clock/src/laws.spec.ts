import fc from 'fast-check';
import { calculateDeadline } from './calculate-deadline.js';
import type { CalendarDefinition } from './calendar/calendar-definition.js';
import { compileCalendar } from './calendar/compile-calendar.js';
import type { WorkingCalendar } from './calendar/working-calendar.js';
import type { DeadlineInput } from './deadline/deadline-request.js';
import { dueDates } from './deadline/due-dates.js';
import type { Term } from './deadline/term.js';
import { Random, randomCalendar, randomInput } from './testing/random-case.fixture.js';
import { workingTime } from './working-time-api.js';

const RUNS = { numRuns: 400, seed: 766 };
const MINUTE = 60_000;

interface Case {
  readonly definition: CalendarDefinition;
  readonly calendar: WorkingCalendar;
  readonly input: Omit<DeadlineInput, 'calendar'>;
}

/** A seed is all that a failure needs to name. */
const anySeed = fc.noShrink(fc.integer({ min: 1, max: 1_000_000 }));

function caseOf(seed: number): Case {
  const random = new Random(seed);
  const definition = randomCalendar(random);
  return { definition, calendar: compileCalendar(definition), input: randomInput(random, definition) };
}

const without = (input: Case['input']): Case['input'] => ({ ...input, supplements: [] });
const dueOf = (calendar: WorkingCalendar, input: Case['input']): number =>
  (dueDates({ ...input, calendar }).statutoryDueAt as Temporal.Instant).epochMilliseconds;
/** Jest finds all Temporal objects equal: instants are compared as they are written. */
const written = (value: unknown): string => JSON.stringify(value);
const isWorkingUnit = ({ unit }: Term): boolean => unit === 'workingDay' || unit === 'workingHour';

describe('the laws of the legal clock', () => {
  it('an acceptance that is later is never due earlier, in working units and on the same day', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 14 * 1440 * MINUTE }), (seed, later) => {
        const { calendar, input } = caseOf(seed);
        fc.pre(isWorkingUnit(input.term) || input.term.unit === 'sameDay');
        const acceptedAt = input.acceptedAt.add({ milliseconds: later });
        expect(dueOf(calendar, without({ ...input, acceptedAt }))).toBeGreaterThanOrEqual(
          dueOf(calendar, without(input)),
        );
      }),
      RUNS,
    );
  });

  // Settling is not monotone over a day off: Sunday settles on Monday's close, Monday 06:00 on Monday's opening. What
  // is monotone is the day.
  it('an acceptance that is later is never due on an earlier day, in calendar units', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 14 * 1440 * MINUTE }), (seed, later) => {
        const { calendar, input } = caseOf(seed);
        fc.pre(input.term.unit === 'calendarDay' || input.term.unit === 'month');
        const date = (t: number): string =>
          Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString();
        const acceptedAt = input.acceptedAt.add({ milliseconds: later });
        expect(date(dueOf(calendar, without({ ...input, acceptedAt }))) >= date(dueOf(calendar, without(input)))).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  it('another day off never makes a due date earlier, in working units, nor in calendar units without supplements', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 60 }), (seed, days) => {
        const { definition, calendar, input } = caseOf(seed);
        const completed = (input.supplements ?? []).filter(({ completedAt }) => completedAt);
        const supplements = isWorkingUnit(input.term) ? completed : [];
        const date = input.acceptedAt.toZonedDateTimeISO(definition.timeZone).toPlainDate().add({ days }).toString();
        const listed = [...definition.daysOff, ...definition.compensatoryDays].some((day) => day.date === date);
        fc.pre(!listed);
        const more = compileCalendar({ ...definition, daysOff: [...definition.daysOff, { date }] });
        expect(dueOf(more, { ...input, supplements })).toBeGreaterThanOrEqual(
          dueOf(calendar, { ...input, supplements }),
        );
      }),
      RUNS,
    );
  });

  it('a pause outside working time changes nothing', () => {
    fc.assert(
      fc.property(anySeed, fc.nat(), fc.nat(), (seed, a, b) => {
        const { calendar, input } = caseOf(seed);
        const close = nextCloseAfter(calendar, input.acceptedAt);
        const gap = gapFrom(calendar, close);
        fc.pre(gap > 0);
        const [from, to] = [a % (gap + 1), b % (gap + 1)].sort((x, y) => x - y) as [number, number];
        const supplements = [
          { requestedAt: close.add({ milliseconds: from }), completedAt: close.add({ milliseconds: to }) },
        ];
        const paused = { ...input, supplementPolicy: 'pause' as const, supplements };
        expect(written(dueDates({ ...paused, calendar }))).toBe(written(dueDates({ ...without(input), calendar })));
      }),
      RUNS,
    );
  });

  it('the promise is never later than the law', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { calendar, input } = caseOf(seed);
        const { statutoryDueAt, promisedDueAt } = dueDates({ ...input, calendar });
        fc.pre(statutoryDueAt !== null && promisedDueAt !== null);
        expect(promisedDueAt.epochMilliseconds).toBeLessThanOrEqual(statutoryDueAt.epochMilliseconds);
      }),
      RUNS,
    );
  });

  it('a supplement never makes a due date earlier', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { calendar, input } = caseOf(seed);
        const completed = (input.supplements ?? []).filter(({ completedAt }) => completedAt);
        fc.pre(completed.length > 0);
        expect(dueOf(calendar, { ...input, supplements: completed })).toBeGreaterThanOrEqual(
          dueOf(calendar, { ...input, supplements: completed.slice(0, -1) }),
        );
      }),
      RUNS,
    );
  });

  it('the steps add up to the term and what restarts discard, and end at the due date', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { calendar, input } = caseOf(seed);
        const { steps, statutoryDueAt, startedAt } = calculateDeadline({ ...input, calendar });
        expect(written(steps[0])).toContain(
          written({ rule: 'R3', from: input.acceptedAt, to: startedAt }).slice(0, -1),
        );
        const counting = steps.filter(({ rule }) => rule === 'R4' || rule === 'R7');
        expect(counting.at(-1)?.to?.epochMilliseconds).toBe(statutoryDueAt?.epochMilliseconds);
        const { term } = input;
        const isByCalendar = term.unit === 'calendarDay' || term.unit === 'month';
        expect(!isByCalendar || steps.every(({ workingMinutes }) => workingMinutes === undefined)).toBe(true);
        if (term.unit !== 'workingDay' && term.unit !== 'workingHour') return;
        const kept = steps.filter(({ discarded }) => !discarded).map(({ workingMinutes = 0 }) => workingMinutes);
        const minutes = term.amount * (term.unit === 'workingDay' ? 480 : 60);
        expect(kept.reduce((sum, part) => sum + part, 0)).toBeCloseTo(minutes, 4);
        for (const { from, to, workingMinutes } of steps) {
          if (!from || !to || workingMinutes === undefined) continue;
          expect(workingMinutes).toBeCloseTo(workingTime(calendar, from, to) / MINUTE, 4);
        }
      }),
      RUNS,
    );
  });

  it('every step says something in both languages', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { calendar, input } = caseOf(seed);
        for (const { explanation } of calculateDeadline({ ...input, calendar }).steps) {
          expect(explanation.vi).toMatch(/^\p{Lu}.*\.$/u);
          expect(explanation.en).toMatch(/^[A-Z].*\.$/u);
          expect(explanation.vi + explanation.en).not.toMatch(/undefined|NaN|null|\s\s/);
        }
      }),
      RUNS,
    );
  });
});

/** The first instant from `t` on at which a session has just closed and none opens. */
function nextCloseAfter(calendar: WorkingCalendar, t: Temporal.Instant): Temporal.Instant {
  let at = Math.ceil(t.epochMilliseconds / MINUTE) * MINUTE;
  const worked = (from: number): boolean => workingTime(calendar, instant(from), instant(from + MINUTE)) > 0;
  while (!worked(at)) at += MINUTE;
  while (worked(at)) at += MINUTE;
  return instant(at);
}

/** How long nothing is worked from `t` on, at most three days. */
function gapFrom(calendar: WorkingCalendar, t: Temporal.Instant): number {
  let gap = 3 * 1440;
  while (gap > 0 && workingTime(calendar, t, t.add({ minutes: gap })) > 0) gap = Math.floor(gap / 2);
  return gap * MINUTE;
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
