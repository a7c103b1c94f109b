import { assertNoFaults } from '../input-invalid.js';
import { assertAllowed } from '../life/move-not-allowed.js';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { checkReason } from '../check-reasons-and-remarks.js';

interface WithdrawalCommand {
  readonly reason: string;
  readonly now: Temporal.Instant;
}

/** Before acceptance the withdrawal is done; after it the case is asked, and decides. */
type Withdrawal =
  | {
      readonly afterAcceptance: false;
      readonly status: 'withdrawn';
      readonly withdrawnAt: Temporal.Instant;
      readonly reason: string;
    }
  | { readonly afterAcceptance: true; readonly requestedAt: Temporal.Instant; readonly reason: string };

/** The applicant withdraws. A blank reason is `DOSSIER.INPUT_INVALID`. @rule R21 */
export function withdraw(life: Life, { reason, now }: WithdrawalCommand): Withdrawal {
  assertAllowed('withdraw', life);
  assertNoFaults(checkReason(reason));
  if (life.everAccepted) return { afterAcceptance: true, requestedAt: now, reason: reason.trim() };
  const status = statusAfter('withdraw', life.status, life.everAccepted);
  return { afterAcceptance: false, status, withdrawnAt: now, reason: reason.trim() };
}
