import { type EnteredMoney, sameNumber } from '@motcua/fee-domain';
import type { StoredConfirmation } from '../persistence/confirmations.js';
import type { LedgerEntry } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredRefund } from '../persistence/refunds.js';

/** What was entered at once: what went to what is owed, and what was beyond it. */
export const enteredBy = ({ entries }: Money, confirmationId: string): readonly LedgerEntry[] =>
  entries.filter((one) => one.confirmationId === confirmationId && (one.kind === 'payment' || one.kind === 'surplus'));

/** The refunds that list what of it came beyond what was owed. */
export function refundsOf({ refunds }: Money, entries: readonly LedgerEntry[]): readonly StoredRefund[] {
  const surplus = entries.filter(({ kind }) => kind === 'surplus');
  return refunds.filter(({ orderId, listedAt }) =>
    surplus.some((one) => one.orderId === orderId && one.at.equals(listedAt)),
  );
}

/** What else stands of what was said of the number of a confirmation. */
export const ofSameNumber = (
  { confirmations }: Money,
  { id, reference, transaction }: StoredConfirmation,
): readonly StoredConfirmation[] =>
  confirmations.filter(
    (one) =>
      one.id !== id &&
      one.reference === reference &&
      one.success &&
      one.reversedAt === null &&
      sameNumber(one.transaction, transaction),
  );

/** What a decision has to know of what was entered. */
export function enteredMoney(money: Money, confirmationId: string): EnteredMoney {
  const entries = enteredBy(money, confirmationId);
  const { method, reference, orderId } = entries[0]!;
  const confirmation = money.confirmations.find(({ id }) => id === confirmationId)!;
  const order = money.orders.find(({ id }) => id === orderId)!;
  return {
    method,
    byOfficer: confirmation.source === 'cashier' && reference === order.reference && method === order.method,
    isReversed: confirmation.reversedAt !== null,
    isSaidAnew: ofSameNumber(money, confirmation).some(
      (one) => one.id > confirmation.id && enteredBy(money, one.id).length > 0,
    ),
    refunds: refundsOf(money, entries).map(({ status }) => status),
  };
}

/** Something that the dossier paid was listed for refund beside what came beyond what was owed. */
export const hasListed = ({ refunds }: Money): boolean => refunds.some(({ orderId }) => orderId === null);
