export const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

/** The old object where both are the same instant: a row then knows that nothing changed. */
export const unlessMoved = (old: Temporal.Instant | null, now: Temporal.Instant | null): Temporal.Instant | null =>
  sameInstant(old, now) ? old : now;
