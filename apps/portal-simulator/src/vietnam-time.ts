const HOURS_AHEAD_MS = 7 * 3_600_000;

/** `yyyyMMddHHmmss` in Vietnam, which has no summer time. */
export const vietnamTime = (at: Date = new Date()): string =>
  new Date(at.getTime() + HOURS_AHEAD_MS).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
