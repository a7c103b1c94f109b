import { Refusal } from '@motcua/kernel';
import type { WorkingCalendar } from './working-calendar.js';
import type { LegalClockRefusalCode } from '../refusal-codes.js';

/** The ends of what `Temporal` and `Date` can name, in epoch milliseconds. */
const LIMIT = 8_640_000_000_000_000;

/** An instant, or its epoch milliseconds where millions are counted: a `Temporal.Instant` costs as much as a due date. */
export type Moment = Temporal.Instant | number;

export const epochOf = (moment: Moment): number => (typeof moment === 'number' ? moment : moment.epochMilliseconds);

/** Throws `Refusal` `DEADLINE.OUT_OF_RANGE` for instants at which the calendar's zone has another offset. */
export function toLocal(calendar: WorkingCalendar, moment: Moment): number {
  const epoch = epochOf(moment);
  // NaN is out of range too.
  if (!(epoch >= calendar.constantFrom && epoch < calendar.constantUntil)) throw outOfRange(calendar);
  return epoch + calendar.offset;
}

/** Epoch milliseconds. Throws as `toLocal` does; what is further away than any date can be written is out of range too. */
export function toEpoch(calendar: WorkingCalendar, local: number): number {
  const epoch = local - calendar.offset;
  if (epoch < calendar.constantFrom || epoch >= calendar.constantUntil || Math.abs(epoch) > LIMIT) {
    throw outOfRange(calendar);
  }
  return epoch;
}

/** Throws as `toEpoch` does. */
export const toInstant = (calendar: WorkingCalendar, local: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(toEpoch(calendar, local));

/** Local milliseconds at the first instant of a year. `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export const startOfYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

function outOfRange(calendar: WorkingCalendar): Refusal<LegalClockRefusalCode> {
  const detail = {
    vi: `Lịch làm việc không tính được đến thời điểm này: múi giờ ${calendar.timeZone} đổi giờ, hoặc thời điểm quá xa.`,
    en: `The calendar cannot count this far: the offset of ${calendar.timeZone} changes, or the time is too remote.`,
  };
  const faults = [{ pointer: '/calendar', code: 'DEADLINE.OUT_OF_RANGE', detail }];
  return new Refusal<LegalClockRefusalCode>('DEADLINE.OUT_OF_RANGE', { timeZone: calendar.timeZone }, faults, detail);
}
