import type { Dong } from '@motcua/kernel';
import type { FeeKind } from '../tariff/tariff-line.js';

/**
 * Where money is, or to whom it is due. Money that is here: `drawer/<agency>/<cashier>`, `bank`, `clearing` (the payment
 * platform's). To whom: `due/<agency>/phi`, `due/<agency>/lePhi` (collected for the treasury by that agency, service fees and
 * state charges apart), `payer/<dossier>` (received and not owed, or listed for refund), `kept/<agency>` (decided not to be
 * paid back).
 */
export type LedgerAccount =
  | `drawer/${string}/${string}`
  | 'bank'
  | 'clearing'
  | `due/${string}/${FeeKind}`
  | `payer/${string}`
  | `kept/${string}`;

/** Money moves from the credited to the debited account: both sides are the same amount, so the books sum to zero. */
export interface Posting {
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Dong;
}

const HOLDS_MONEY = /^(?:drawer\/|bank$|clearing$)/;

/** What an account holds, or what is due to its owner: never less than nothing. */
export function balanceAfter(postings: readonly Posting[], account: LedgerAccount): Dong {
  const sign = HOLDS_MONEY.test(account) ? 1 : -1;
  return postings.reduce(
    (sum, { debit, credit, amount }) =>
      sum + sign * ((debit === account ? amount : 0) - (credit === account ? amount : 0)),
    0,
  );
}

/** All accounts that postings touch. */
export const accountsIn = (postings: readonly Posting[]): readonly LedgerAccount[] => [
  ...new Set(postings.flatMap(({ debit, credit }) => [debit, credit])),
];

/** Accounts that hold less than nothing: what was paid out or moved on had not come in. */
export const overdrawn = (postings: readonly Posting[]): readonly LedgerAccount[] =>
  accountsIn(postings).filter((account) => balanceAfter(postings, account) < 0);
