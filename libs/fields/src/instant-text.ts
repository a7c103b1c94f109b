const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** PostgreSQL's calendar has no year 0, wherever in the world a day begins. */
const FIRST = Temporal.Instant.from('0001-01-02T00:00:00Z');
/** ISO 8601 has no year of five digits, wherever in the world it ends. */
const LAST = Temporal.Instant.from('9999-12-30T00:00:00Z');

/** Whether a value is an ISO 8601 time with an offset, to the millisecond at most, that exists. */
export function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  try {
    const instant = Temporal.Instant.from(value);
    return Temporal.Instant.compare(instant, FIRST) >= 0 && Temporal.Instant.compare(instant, LAST) < 0;
  } catch {
    return false;
  }
}
