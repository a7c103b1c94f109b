import { Refusal } from '@motcua/kernel';
import type { WorkingCalendar } from './working-calendar.js';

/** The ends of what `Temporal` and `Date` can name, in epoch milliseconds. */
const LIMIT = 8_640_000_000_000_000;

/** Throws `Refusal` `DEADLINE.OUT_OF_RANGE` for instants at which the calendar's zone has another offset. */
export const toLocal = (calendar: WorkingCalendar, instant: Temporal.Instant): number => {
  const epoch = instant.epochMilliseconds;
  if (epoch < calendar.constantFrom || epoch >= calendar.constantUntil) throw outOfRange(calendar);
  return epoch + calendar.offset;
};

/** Throws as `toLocal` does; what is further away than any date can be written is out of range too. */
export const toInstant = (calendar: WorkingCalendar, local: number): Temporal.Instant => {
  const epoch = local - calendar.offset;
  if (epoch < calendar.constantFrom || epoch >= calendar.constantUntil || Math.abs(epoch) > LIMIT) {
    throw outOfRange(calendar);
  }
  return Temporal.Instant.fromEpochMilliseconds(epoch);
};

export const yearOf = (local: number): number => new Date(local).getUTCFullYear();

const outOfRange = (calendar: WorkingCalendar): Refusal => {
  const detail = {
    vi: `Lịch làm việc không tính được đến thời điểm này: múi giờ ${calendar.timeZone} đổi giờ, hoặc thời điểm quá xa.`,
    en: `The calendar cannot count this far: the offset of ${calendar.timeZone} changes, or the time is too remote.`,
  };
  const faults = [{ pointer: '/calendar', code: 'DEADLINE.OUT_OF_RANGE', detail }];
  return new Refusal('DEADLINE.OUT_OF_RANGE', { timeZone: calendar.timeZone }, faults, detail);
};
