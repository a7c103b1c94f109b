import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { scheduleOf, workedBefore } from '../calendar/working-calendar.js';
import { dayOf, whenWorked } from '../calendar/working-time.js';
import { DAY } from '../durations.js';

/**
 * `start(t)`: `t` itself within a session, else the next opening, which is where the next worked instant begins.
 * @rule R3
 */
export function start(calendar: WorkingCalendar, local: number): number {
  const day = dayOf(local);
  const schedule = scheduleOf(calendar, day);
  const time = local - day * DAY;
  for (let i = 0; i < schedule.opens.length; i++) {
    if (time < (schedule.closes[i] as number)) return Math.max(local, day * DAY + (schedule.opens[i] as number));
  }
  return whenWorked(calendar, workedBefore(calendar, day + 1) + 1) - 1;
}
