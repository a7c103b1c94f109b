import type { Life } from '../life/statuses.js';
import { statusAfter } from '../life/moves.js';

/** A request is taken back. */
interface SupplementCancelled {
  readonly status: 'registered';
  readonly cancelledAt: Temporal.Instant;
  /** As it was before the request: the office has no more time than it had. */
  readonly receptionDueAt: Temporal.Instant | null;
}

/**
 * The one-stop takes a request back before the acceptance: registered again, and the 8 hours of R6 as if they had never been
 * interrupted.
 * @rule R6 R9
 */
export const cancelSupplement = (
  life: Life,
  { receptionDueAt }: { readonly receptionDueAt: Temporal.Instant | null },
  now: Temporal.Instant,
): SupplementCancelled => ({
  status: statusAfter('cancelSupplement', life.status, life.everAccepted),
  cancelledAt: now,
  receptionDueAt,
});
