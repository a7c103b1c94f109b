import { toInstant, toLocal } from './calendar/local-time.js';
import type { WorkingCalendar } from './calendar/working-calendar.js';
import { add, subtract, worked } from './calendar/working-time.js';
import { settle } from './deadline/end-in-working-time.js';
import { start } from './deadline/start-of-term.js';

/** The working time between two instants, in milliseconds; 0 when `b` is not after `a`. */
export const workingTime = (calendar: WorkingCalendar, a: Temporal.Instant, b: Temporal.Instant): number =>
  worked(calendar, toLocal(calendar, a), toLocal(calendar, b));

/**
 * The earliest instant, not before `t`, until which `milliseconds` (whole, not negative) of working time pass: the end of
 * a session, never the opening of the next. 0 gives `t` itself, wherever it lies.
 */
export function addWorkingTime(calendar: WorkingCalendar, t: Temporal.Instant, milliseconds: number): Temporal.Instant {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
    throw new RangeError(`working time is a whole number of milliseconds, not ${milliseconds}`);
  }
  return toInstant(calendar, add(calendar, toLocal(calendar, t), milliseconds));
}

/** An instant that lies `milliseconds` (whole, not negative) of working time before `t`: `workingTime(it, t)` is just that. */
export const workingTimeBefore = (
  calendar: WorkingCalendar,
  t: Temporal.Instant,
  milliseconds: number,
): Temporal.Instant => toInstant(calendar, subtract(calendar, toLocal(calendar, t), milliseconds));

/** R4: the instant itself where its day holds it, else the close of the day, or of the next working day. */
export const settleInWorkingTime = (calendar: WorkingCalendar, t: Temporal.Instant): Temporal.Instant =>
  toInstant(calendar, settle(calendar, toLocal(calendar, t)));

/** When a term that is triggered at `t` starts to run (R3): `t` itself within a session, else the next opening. */
export const startOfTerm = (calendar: WorkingCalendar, t: Temporal.Instant): Temporal.Instant =>
  toInstant(calendar, start(calendar, toLocal(calendar, t)));
