/** Why a due date stays where it is though the calendar would move it. */
export type KeptReason = 'alreadyPassed' | 'wouldHavePassed' | 'ended';

const isPast = (instant: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(instant, now) <= 0;

/** A delay is not cured, and nothing is back-dated into one (R11, R12). @rule R12 */
export function whyKept(old: Temporal.Instant, moved: Temporal.Instant, now: Temporal.Instant): KeptReason | undefined {
  if (old.equals(moved)) return undefined;
  if (isPast(old, now)) return 'alreadyPassed';
  return isPast(moved, now) ? 'wouldHavePassed' : undefined;
}
