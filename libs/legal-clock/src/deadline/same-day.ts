import { isDayOff } from '../calendar/time-within-sessions.js';
import { scheduleOf, type WorkingCalendar } from '../calendar/working-calendar.js';
import { dayOf } from '../calendar/working-time.js';
import { closeOfWorkingDayFrom } from './end-in-working-time.js';
import { DAY } from '../durations.js';

/**
 * When a same-day term that `t` sets off, and that runs from `started` on, is due: at the close of that working day, or
 * of the next one after the cut-off.
 * @rule R7
 */
export const sameDayDue = (calendar: WorkingCalendar, t: number, started: number): number =>
  closeOfWorkingDayFrom(calendar, isAfterCutoff(calendar, t) ? dayOf(t) + 1 : dayOf(started));

/** Whether a same-day term begun at `t` has missed the cut-off of its working day; the cut-off itself is in time. */
export function isAfterCutoff(calendar: WorkingCalendar, t: number): boolean {
  const day = dayOf(t);
  return !isDayOff(scheduleOf(calendar, day)) && t - day * DAY > calendar.sameDayCutoff;
}
