import { DAY } from '../units.js';
import type { DaySchedule } from './day-schedule.js';
import { closeOf, timeWhenWorked, workedUntil } from './day-schedule.js';
import type { WorkingCalendar } from './working-calendar.js';
import {
  dayWhenWorked,
  firstListedFrom,
  scheduleAt,
  scheduleOf,
  workedBefore,
  workedBeforeAt,
} from './working-calendar.js';

// Everything here is on local milliseconds, see `WorkingCalendar`.

export const dayOf = (local: number): number => Math.floor(local / DAY);

const workedAt = (calendar: WorkingCalendar, local: number): number => {
  const day = dayOf(local);
  const listed = firstListedFrom(calendar, day);
  return workedBeforeAt(calendar, day, listed) + workedUntil(scheduleAt(calendar, day, listed), local - day * DAY);
};

const whenWorked = (calendar: WorkingCalendar, worked: number): number => {
  const day = dayWhenWorked(calendar, worked);
  const listed = firstListedFrom(calendar, day);
  const rest = worked - workedBeforeAt(calendar, day, listed);
  return day * DAY + timeWhenWorked(scheduleAt(calendar, day, listed), rest);
};

/** `W(a, b)`: the working time between two instants, 0 when `b` is not after `a`. */
export const worked = (calendar: WorkingCalendar, a: number, b: number): number =>
  b <= a ? 0 : workedAt(calendar, b) - workedAt(calendar, a);

/** `add(t, d)`: the earliest instant, not before `t`, with `d` of working time between: an end, never the next opening. */
export const add = (calendar: WorkingCalendar, local: number, duration: number): number =>
  duration === 0 ? local : whenWorked(calendar, workedAt(calendar, local) + duration);

/** The earliest instant, not after `local`, from which on `duration` of working time passes until it. */
export const subtract = (calendar: WorkingCalendar, local: number, duration: number): number =>
  duration === 0 ? local : whenWorked(calendar, workedAt(calendar, local) - duration);

/**
 * `start(t)`: `t` itself within a session, else the next opening, which is where the next worked instant begins.
 * @rule R3
 */
export const start = (calendar: WorkingCalendar, local: number): number => {
  const day = dayOf(local);
  const schedule = scheduleOf(calendar, day);
  const time = local - day * DAY;
  for (let i = 0; i < schedule.opens.length; i++) {
    if (time < (schedule.closes[i] as number)) return Math.max(local, day * DAY + (schedule.opens[i] as number));
  }
  return whenWorked(calendar, workedBefore(calendar, day + 1) + 1) - 1;
};

/** The close of the first working day that is not before `day`. */
export const closeOfWorkingDayFrom = (calendar: WorkingCalendar, day: number): number => {
  const workingDay = dayWhenWorked(calendar, workedBefore(calendar, day) + 1);
  return workingDay * DAY + closeOf(scheduleOf(calendar, workingDay));
};

/**
 * `settle(raw)`: from a day without sessions to the close of the next working day; on a working day to the earliest
 * instant from `raw` on that its sessions hold, their closes included, else back to its close.
 * @rule R4
 */
export const settle = (calendar: WorkingCalendar, raw: number): number => {
  const day = dayOf(raw);
  const schedule: DaySchedule = scheduleOf(calendar, day);
  if (schedule.total === 0) return closeOfWorkingDayFrom(calendar, day + 1);
  const time = raw - day * DAY;
  for (let i = 0; i < schedule.closes.length; i++) {
    if (time <= (schedule.closes[i] as number)) return Math.max(raw, day * DAY + (schedule.opens[i] as number));
  }
  return day * DAY + closeOf(schedule);
};
