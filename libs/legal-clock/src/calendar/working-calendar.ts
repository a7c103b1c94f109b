import type { CalendarDefinition } from './calendar-definition.js';
import type { DaySchedule } from './day-schedule.js';
import { NO_SESSIONS } from './day-schedule.js';
import { weekdayIndex } from './epoch-day.js';

/**
 * A calendar ready to be counted on. Outside the days that it lists, working time repeats every week, so it is the
 * weekly pattern plus one correction per listed day, summed beforehand: no year is ever laid out, and neither the length
 * of a term nor its distance changes the cost. "Local" milliseconds are those of a clock on the wall, counted as if it
 * were UTC; days are days since 1970-01-01. Made by `compileCalendar`.
 */
export interface WorkingCalendar {
  readonly definition: CalendarDefinition;
  readonly timeZone: string;
  /** What is added to epoch milliseconds to get local ones, good from `constantFrom` until `constantUntil`. */
  readonly offset: number;
  readonly constantFrom: number;
  readonly constantUntil: number;
  /** Milliseconds after midnight (R7). */
  readonly sameDayCutoff: number;
  readonly publishedYears: ReadonlySet<number>;
  /** The seven days of a week without listed days, Monday first. */
  readonly week: readonly DaySchedule[];
  /** Working time of such a week before each of its days, and of the whole week at index 7. */
  readonly workedInWeek: readonly number[];
  /** Days off and compensatory days together, in order. */
  readonly listedDays: readonly number[];
  readonly listedSchedules: readonly DaySchedule[];
  /** What each listed day is called; empty where it has no name. */
  readonly listedNames: readonly string[];
  /** How much more than the weekly pattern (negative: less) was worked before each listed day, and after the last. */
  readonly corrections: readonly number[];
  /** Working time before each listed day, counted as `workedBefore` does. */
  readonly workedBeforeListed: readonly number[];
}

/** Index of the first listed day that is not before `day`. */
export const firstListedFrom = (days: readonly number[], day: number): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The sessions of a day, the listed days considered (R5). */
export const scheduleOf = (calendar: WorkingCalendar, day: number): DaySchedule => {
  const listed = firstListedFrom(calendar.listedDays, day);
  if (calendar.listedDays[listed] === day) return calendar.listedSchedules[listed] as DaySchedule;
  return calendar.week[weekdayIndex(day)] ?? NO_SESSIONS;
};

/** Working time of the weekly pattern alone before a day, from the Monday before 1970-01-01. */
export const weeklyWorkedBefore = (workedInWeek: readonly number[], day: number): number =>
  Math.floor((day + 3) / 7) * (workedInWeek[7] as number) + (workedInWeek[weekdayIndex(day)] as number);

/** Working time before the midnight at which a day begins. Only differences of it mean anything. */
export const workedBefore = (calendar: WorkingCalendar, day: number): number =>
  weeklyWorkedBefore(calendar.workedInWeek, day) +
  (calendar.corrections[firstListedFrom(calendar.listedDays, day)] as number);

/** The first day at whose end `worked` (counted as `workedBefore` does) has been worked. */
export const dayWhenWorked = (calendar: WorkingCalendar, worked: number): number => {
  const { listedDays, workedBeforeListed, corrections, workedInWeek, listedSchedules } = calendar;
  const next = firstListedFrom(workedBeforeListed, worked);
  if (next > 0) {
    const last = next - 1;
    const end = (workedBeforeListed[last] as number) + (listedSchedules[last] as DaySchedule).total;
    if (worked <= end) return listedDays[last] as number;
  }
  const regular = worked - (corrections[next] as number);
  const perWeek = workedInWeek[7] as number;
  const weeks = Math.ceil(regular / perWeek) - 1;
  const inWeek = regular - weeks * perWeek;
  let weekday = 0;
  while ((workedInWeek[weekday + 1] as number) < inWeek) weekday++;
  return weeks * 7 - 3 + weekday;
};
