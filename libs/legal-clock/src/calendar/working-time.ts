import { DAY } from '../durations.js';
import { timeWhenWorked, workedUntil } from './time-within-sessions.js';
import type { WorkingCalendar } from './working-calendar.js';
import { dayWhenWorked, firstListedFrom, scheduleAt, workedBeforeAt } from './working-calendar.js';

// Everything here is on local milliseconds, see `WorkingCalendar`.

export const dayOf = (local: number): number => Math.floor(local / DAY);

function workedAt(calendar: WorkingCalendar, local: number): number {
  const day = dayOf(local);
  const listed = firstListedFrom(calendar, day);
  return workedBeforeAt(calendar, day, listed) + workedUntil(scheduleAt(calendar, day, listed), local - day * DAY);
}

/** The local time at which so much has been worked, counted as `workedBefore` does. */
export function whenWorked(calendar: WorkingCalendar, worked: number): number {
  const day = dayWhenWorked(calendar, worked);
  const listed = firstListedFrom(calendar, day);
  const rest = worked - workedBeforeAt(calendar, day, listed);
  return day * DAY + timeWhenWorked(scheduleAt(calendar, day, listed), rest);
}

/** `W(a, b)`: the working time between two instants, 0 when `b` is not after `a`. */
export const worked = (calendar: WorkingCalendar, a: number, b: number): number =>
  Math.max(0, workedAt(calendar, b) - workedAt(calendar, a));

/** `add(t, d)`: the earliest instant, not before `t`, with `d` of working time between: an end, never the next opening. */
export const add = (calendar: WorkingCalendar, local: number, duration: number): number =>
  duration === 0 ? local : whenWorked(calendar, workedAt(calendar, local) + duration);

/** The earliest instant, not after `local`, from which on `duration` of working time passes until it. */
export const subtract = (calendar: WorkingCalendar, local: number, duration: number): number =>
  duration === 0 ? local : whenWorked(calendar, workedAt(calendar, local) - duration);
