import type { Dong } from '@motcua/kernel';
import type { LedgerAccount, Posting } from './posting.js';

const HOLDS_MONEY = /^(?:drawer\/|cashShort\/|writtenOff\/|bank$|clearing$)/;

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
