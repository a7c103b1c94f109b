import type { CalendarDefinition } from './calendar-definition.js';
import type { SessionsOfDay } from './time-within-sessions.js';
import { NO_SESSIONS } from './time-within-sessions.js';
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
  /** The stretches of published years that follow each other, in local milliseconds: `[from, until)`. */
  readonly published: readonly { readonly from: number; readonly until: number }[];
  /** The seven days of a week without listed days, Monday first. */
  readonly week: readonly SessionsOfDay[];
  /** Working time of such a week before each of its days, and of the whole week at index 7. */
  readonly workedInWeek: readonly number[];
  /** Days off and compensatory days together, in order. */
  readonly listedDays: readonly number[];
  /** Where in `listedDays` to look, see `firstListedFrom`. */
  readonly listedPages: ListedPages;
  readonly listedSchedules: readonly SessionsOfDay[];
  /** What each listed day is called; empty where it has no name. */
  readonly listedNames: readonly string[];
  /** How much more than the weekly pattern (negative: less) was worked before each listed day, and after the last. */
  readonly corrections: readonly number[];
  /** Working time before each listed day, counted as `workedBefore` does. */
  readonly workedBeforeListed: readonly number[];
}

/** The first listed day of every 32 days, from the first listed day on: a look-up costs the same in any year. */
interface ListedPages {
  readonly first: number;
  readonly places: Int32Array;
}

const PAGE_BITS = 5;

/** From the first to the last date that can be written there are some 114,000 pages. */
export function pagesOf(listedDays: readonly number[]): ListedPages {
  const first = (listedDays[0] ?? 0) >> PAGE_BITS;
  const last = (listedDays.at(-1) ?? -1) >> PAGE_BITS;
  let place = 0;
  const places = Int32Array.from({ length: last - first + 1 }, (_, page) => {
    while ((listedDays[place] as number) < (first + page) << PAGE_BITS) place++;
    return place;
  });
  return { first, places };
}

/** Index of the first listed day that is not before `day`. */
export function firstListedFrom({ listedDays, listedPages }: WorkingCalendar, day: number): number {
  const page = (day >> PAGE_BITS) - listedPages.first;
  if (page < 0) return 0;
  if (page >= listedPages.places.length) return listedDays.length;
  let place = listedPages.places[page] as number;
  while ((listedDays[place] as number) < day) place++;
  return place;
}

/** The sessions of a day, the listed days considered. @rule R5 */
export const scheduleOf = (calendar: WorkingCalendar, day: number): SessionsOfDay =>
  scheduleAt(calendar, day, firstListedFrom(calendar, day));

/** `scheduleOf`, where the first listed day from `day` on is known. */
export const scheduleAt = (calendar: WorkingCalendar, day: number, listed: number): SessionsOfDay =>
  calendar.listedDays[listed] === day
    ? (calendar.listedSchedules[listed] as SessionsOfDay)
    : (calendar.week[weekdayIndex(day)] ?? NO_SESSIONS);

/** Working time of the weekly pattern alone before a day, from the Monday before 1970-01-01. */
export const weeklyWorkedBefore = (workedInWeek: readonly number[], day: number): number =>
  Math.floor((day + 3) / 7) * (workedInWeek[7] as number) + (workedInWeek[weekdayIndex(day)] as number);

/** Working time before the midnight at which a day begins. Only differences of it mean anything. */
export const workedBefore = (calendar: WorkingCalendar, day: number): number =>
  workedBeforeAt(calendar, day, firstListedFrom(calendar, day));

/** `workedBefore`, where the first listed day from `day` on is known. */
export const workedBeforeAt = ({ workedInWeek, corrections }: WorkingCalendar, day: number, listed: number): number =>
  weeklyWorkedBefore(workedInWeek, day) + (corrections[listed] as number);

/** Index of the first of ascending values that is not below `value`. */
function firstNotBelow(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first day at whose end `worked` (counted as `workedBefore` does) has been worked. */
export function dayWhenWorked(calendar: WorkingCalendar, worked: number): number {
  const { listedDays, workedBeforeListed, corrections, workedInWeek, listedSchedules } = calendar;
  const next = firstNotBelow(workedBeforeListed, worked);
  if (next > 0) {
    const last = next - 1;
    const end = (workedBeforeListed[last] as number) + (listedSchedules[last] as SessionsOfDay).total;
    if (worked <= end) return listedDays[last] as number;
  }
  const regular = worked - (corrections[next] as number);
  const perWeek = workedInWeek[7] as number;
  const weeks = Math.ceil(regular / perWeek) - 1;
  const inWeek = regular - weeks * perWeek;
  let weekday = 0;
  while ((workedInWeek[weekday + 1] as number) < inWeek) weekday++;
  return weeks * 7 - 3 + weekday;
}
