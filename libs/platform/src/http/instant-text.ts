const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a value is an ISO 8601 time with an offset, to the millisecond at most, that exists. */
export const isInstant = (value: unknown): boolean => {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
};
