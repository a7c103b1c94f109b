import { DAY } from '../durations.js';

/** Days since 1970-01-01 of a date such as `2026-02-28`; undefined when there is no such date. */
export function epochDay(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March, and more: what it read must be what was written.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== text) return undefined;
  return milliseconds / DAY;
}

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();
