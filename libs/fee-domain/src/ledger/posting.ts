import type { Dong } from '@motcua/kernel';
import type { FeeKind } from '../tariff/tariff-line.js';

/**
 * Where money is, or to whom it is due. Money that is here: `drawer/<agency>/<cashier>`, `bank`, `clearing` (the payment
 * platform's). To whom: `due/<agency>/phi`, `due/<agency>/lePhi` (collected for the treasury by that agency, service fees and
 * state charges apart), `unallocated/<dossier>` (received for what is owed, and not yet enough to settle it), `payer/<dossier>`
 * (received and not owed, or listed for refund), `kept/<agency>` (decided not to be paid back), `cashOver/<agency>/<cashier>`
 * (counted beyond what the books say), `advanced/<agency>/<cashier>` (the agency's, for change). Who owes it: `cashShort/<agency>/<cashier>` (missing when a drawer was
 * counted), `writtenOff/<agency>` (missing for good, by a decision).
 */
export type LedgerAccount =
  | `drawer/${string}/${string}`
  | 'bank'
  | 'clearing'
  | `due/${string}/${FeeKind}`
  | `unallocated/${string}`
  | `payer/${string}`
  | `kept/${string}`
  | `advanced/${string}/${string}`
  | `cashOver/${string}/${string}`
  | `cashShort/${string}/${string}`
  | `writtenOff/${string}`;

/** Money moves from the credited to the debited account: both sides are the same amount, so the books sum to zero. */
export interface Posting {
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Dong;
}
