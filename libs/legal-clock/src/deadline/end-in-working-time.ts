import type { SessionsOfDay } from '../calendar/time-within-sessions.js';
import { closeOf, isDayOff } from '../calendar/time-within-sessions.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { dayWhenWorked, scheduleOf, workedBefore } from '../calendar/working-calendar.js';
import { dayOf } from '../calendar/working-time.js';
import { DAY } from '../durations.js';

/** The close of the first working day that is not before `day`. */
export function closeOfWorkingDayFrom(calendar: WorkingCalendar, day: number): number {
  const workingDay = dayWhenWorked(calendar, workedBefore(calendar, day) + 1);
  return workingDay * DAY + closeOf(scheduleOf(calendar, workingDay));
}

/**
 * `settle(raw)`: from a day without sessions to the close of the next working day; on a working day to the earliest
 * instant from `raw` on that its sessions hold, their closes included, else back to its close.
 * @rule R4
 */
export function settle(calendar: WorkingCalendar, raw: number): number {
  const day = dayOf(raw);
  const schedule: SessionsOfDay = scheduleOf(calendar, day);
  if (isDayOff(schedule)) return closeOfWorkingDayFrom(calendar, day + 1);
  const time = raw - day * DAY;
  for (let i = 0; i < schedule.closes.length; i++) {
    if (time <= (schedule.closes[i] as number)) return Math.max(raw, day * DAY + (schedule.opens[i] as number));
  }
  return day * DAY + closeOf(schedule);
}
