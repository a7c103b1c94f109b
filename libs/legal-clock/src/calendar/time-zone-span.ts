/** The longest stretch around a year in which a zone keeps one offset, in epoch milliseconds: `[from, until)`. */
interface ConstantOffset {
  readonly offset: number;
  readonly from: number;
  readonly until: number;
}

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9._+-]*(?:\/[A-Za-z0-9._+-]+)*$/;

/** Whether a zone of this name exists. Temporal would also take an offset or a whole date-time: the pattern keeps those out. */
export function isTimeZone(timeZone: string): boolean {
  if (!ZONE_NAME.test(timeZone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

export const startOfYear = (year: number, timeZone: string): Temporal.ZonedDateTime =>
  new Temporal.PlainDate(year, 1, 1).toZonedDateTime(timeZone);

export function constantOffsetAround(year: number, timeZone: string): ConstantOffset {
  const start = startOfYear(year, timeZone);
  // A change at the very first instant of the year belongs to the stretch that it begins.
  const before = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = start.getTimeZoneTransition('next');
  return {
    offset: start.offsetNanoseconds / 1_000_000,
    from: before?.epochMilliseconds ?? -Infinity,
    until: after?.epochMilliseconds ?? Infinity,
  };
}
