import { type ReversalReason, type Settlement, settlementsUndone } from '@motcua/fee-domain';
import { standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import { type NewReceipt, type StoredReceipt, validOf } from '../persistence/receipts.js';
import { withRow } from '../persistence/row-changes.js';
import { crossCheckCashReceipt } from '../settlement/cross-check-cash-receipt.js';
import { settle } from '../settlement/settle.js';
import { enteredBy, ofSameNumber, refundsOf } from './entered.js';

interface Undo {
  readonly reversalId: string;
  readonly confirmationId: string;
  readonly reason: ReversalReason;
  /** In which day of the drawer cash goes out again; null: it is no cash. */
  readonly cashDayId: string | null;
  readonly at: Temporal.Instant;
  readonly newId: () => string;
}

/**
 * Money as it is without what was entered by mistake. Nothing that was written is changed: one entry goes the other way. What it
 * had settled is owed again and its receipts are void; what is still here may settle a part anew, with new receipts.
 * @rule R16
 */
export function undoEntry(
  money: Money,
  { reversalId, confirmationId, reason, cashDayId, at, newId }: Undo,
): { readonly money: Money; readonly receipts: readonly NewReceipt[] } {
  const { account } = money;
  const entries = enteredBy(money, confirmationId);
  const [{ orderId }] = entries as [(typeof entries)[number]];
  const amountOf = (wanted: string): number =>
    entries.filter(({ kind }) => kind === wanted).reduce((sum, { amount }) => sum + amount, 0);
  const gone = amountOf('payment');
  const undone = settlementsUndone(settlementsOf(money.receipts), {
    ...{ orderId: orderId!, amount: gone, unallocated: account.unallocated, demandedAt: account.demandedAt },
  });
  const void_ = new Set(undone.flatMap(({ receipts }) => receipts));
  const unpaid = new Set(undone.flatMap(({ settles }) => settles));
  const listed = new Set(refundsOf(money, entries).map(({ id }) => id));
  // What was said of the number and brought nothing says nothing without what did: said again, it is money.
  const confirmation = money.confirmations.find(({ id }) => id === confirmationId)!;
  const silent = ofSameNumber(money, confirmation).filter(({ id }) => enteredBy(money, id).length === 0);
  const unsaid = new Set([confirmationId, ...silent.map(({ id }) => id)]);
  const reversal = {
    ...{ ...entries[0]!, id: newId(), kind: 'reversal' as const, cashDayId, at },
    amount: gone + amountOf('surplus'),
  };
  const without: Money = {
    ...money,
    account: {
      ...account,
      version: account.version + 1,
      paid: account.paid.filter((time) => !unpaid.has(time)),
      unallocated: account.unallocated + undone.reduce((sum, { amount }) => sum + amount, 0) - gone,
    },
    confirmations: money.confirmations.map((one) =>
      unsaid.has(one.id) ? { ...one, reversedAt: at, numberFree: reason !== 'cashGivenBack' } : one,
    ),
    entries: [...money.entries, reversal],
    receipts: money.receipts.map((one) => (void_.has(one.id) ? { ...one, voidedAt: at, reversalId } : one)),
    refunds: money.refunds.map((one) =>
      listed.has(one.id) ? { ...one, version: one.version + 1, status: 'reversed', decidedAt: at } : one,
    ),
  };
  const { money: after, receipts } = settle(reopened(without, orderId!), { came: 0, at, newId });
  return { money: crossCheckCashReceipt(after, at, newId), receipts };
}

/** The order waits for its money again; it has the number of what it still brought, if anything. */
function reopened(money: Money, orderId: string): Money {
  const order = money.orders.find(({ id }) => id === orderId)!;
  const left = standing(money.entries).findLast((one) => one.orderId === orderId && one.kind !== 'refund');
  const open = {
    ...{ ...order, version: order.version + 1, status: 'pending' as const, due: order.amount, paidAt: null },
    ...{ transaction: left?.transaction ?? null, cashReceipt: null },
  };
  return { ...money, orders: withRow(money.orders, open) };
}

interface Receipted extends Settlement {
  readonly receipts: readonly string[];
}

/** What was settled at once has its receipts at once: by order and instant. */
function settlementsOf(receipts: readonly StoredReceipt[]): readonly Receipted[] {
  const together = Map.groupBy(validOf(receipts), ({ orderId, settledAt }) => `${orderId} ${settledAt.toString()}`);
  return [...together.values()].map((alike) => ({
    orderId: alike[0]!.orderId,
    settles: alike[0]!.settles,
    at: alike[0]!.settledAt,
    amount: alike.reduce((sum, { amount }) => sum + amount, 0),
    receipts: alike.map(({ id }) => id),
  }));
}
