import { toInstant, toLocal } from './calendar/local-time.js';
import type { WorkingCalendar } from './calendar/working-calendar.js';
import { add, start, worked } from './calendar/working-time.js';

/** The working time between two instants, in milliseconds; 0 when `b` is not after `a`. */
export const workingTime = (calendar: WorkingCalendar, a: Temporal.Instant, b: Temporal.Instant): number =>
  worked(calendar, toLocal(calendar, a), toLocal(calendar, b));

/**
 * The earliest instant, not before `t`, until which `milliseconds` (whole, not negative) of working time pass: the end of
 * a session, never the opening of the next. 0 gives `t` itself, wherever it lies.
 */
export const addWorkingTime = (
  calendar: WorkingCalendar,
  t: Temporal.Instant,
  milliseconds: number,
): Temporal.Instant => {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
    throw new RangeError(`working time is a whole number of milliseconds, not ${milliseconds}`);
  }
  return toInstant(calendar, add(calendar, toLocal(calendar, t), milliseconds));
};

/** When a term that is triggered at `t` starts to run (R3): `t` itself within a session, else the next opening. */
export const startOfTerm = (calendar: WorkingCalendar, t: Temporal.Instant): Temporal.Instant =>
  toInstant(calendar, start(calendar, toLocal(calendar, t)));
