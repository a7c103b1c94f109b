import { dayOf, add } from '../calendar/working-time.js';
import { settle } from './end-in-working-time.js';
import { start } from './start-of-term.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { DAY, HOUR, WORKING_DAY } from '../durations.js';
import { sameDayDue } from './same-day.js';

/** Units that count an amount (R4). */
export const COUNTED_UNITS = ['workingDay', 'workingHour', 'calendarDay', 'month'] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];
export type TermUnit = CountedUnit | 'sameDay';

/** How long an agency has: a positive whole number of units, or until the close of the day (R7). */
export type Term = { readonly amount: number; readonly unit: CountedUnit } | { readonly unit: 'sameDay' };

/** The longest term of each unit. */
export const LONGEST: Readonly<Record<CountedUnit, number>> = {
  workingDay: 3_650,
  workingHour: 29_200,
  calendarDay: 3_650,
  month: 120,
};

/** The working time of a term in working units; undefined for the others. */
export function workingTimeOf(term: Term): number | undefined {
  if (term.unit === 'workingHour') return term.amount * HOUR;
  if (term.unit === 'workingDay') return term.amount * WORKING_DAY;
  return undefined;
}

/** Whether what is left of a term after a pause is counted in calendar time rather than in working time. */
export const countsCalendarTime = (term: Term): boolean => term.unit === 'calendarDay' || term.unit === 'month';

/**
 * When a full term that `t` sets off, and that runs from `started` on, is due.
 * @rule R3
 * @rule R4
 */
export function fullTermDue(
  calendar: WorkingCalendar,
  term: Term,
  t: number,
  started: number = start(calendar, t),
): number {
  switch (term.unit) {
    case 'sameDay':
      return sameDayDue(calendar, t, started);
    case 'workingHour':
      return add(calendar, started, term.amount * HOUR);
    case 'workingDay':
      return add(calendar, started, term.amount * WORKING_DAY);
    default:
      return settle(calendar, rawEnd(term, started));
  }
}

/** The same wall time `amount` calendar days or months later, the day of the month clamped, before it settles. */
export function rawEnd(term: Exclude<Term, { readonly unit: 'sameDay' }>, started: number): number {
  if (term.unit === 'calendarDay') return started + term.amount * DAY;
  const day = dayOf(started);
  const date = new Date(day * DAY);
  const month = date.getUTCMonth() + term.amount;
  // The 0th of a month is the last day of the one before it.
  const lastOfMonth = utcDay(date.getUTCFullYear(), month + 1, 0);
  const sameDate = utcDay(date.getUTCFullYear(), month, date.getUTCDate());
  return Math.min(lastOfMonth, sameDate) * DAY + (started - day * DAY);
}

function utcDay(year: number, month: number, dayOfMonth: number): number {
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / DAY;
}
