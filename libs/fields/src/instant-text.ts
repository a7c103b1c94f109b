const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** PostgreSQL's calendar has no year 0, wherever in the world a day begins. */
const FIRST = Temporal.Instant.from('0001-01-02T00:00:00Z');

/** Whether a value is an ISO 8601 time with an offset, to the millisecond at most, that exists. */
export const isInstant = (value: unknown): boolean => {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  try {
    return Temporal.Instant.compare(Temporal.Instant.from(value), FIRST) >= 0;
  } catch {
    return false;
  }
};
