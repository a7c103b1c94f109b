import type { Dong } from '@motcua/kernel';
import { type Account, amountOf, type CollectionTime, dueNothingMore } from './account.js';
import { type Order, type OrderState, stateAfter } from './order.js';

/** Money that another party says it took for an order. */
export interface Money {
  readonly amount: Dong;
  readonly currency: string;
  /** The other party's number of the transaction: two numbers are two payments. */
  readonly transaction: string;
}

export type MoneyReceived =
  /** Told before: nothing changes. */
  | { readonly is: 'known' }
  /** Another amount than was asked for: settles nothing, a person must look. */
  | { readonly is: 'amountDiffers' }
  | {
      readonly is: 'received';
      readonly orderState: OrderState;
      /** Collection times that are settled now, by this much. */
      readonly settles: readonly CollectionTime[];
      readonly settledAmount: Dong;
      /** What came without being owed: goes back, listed for the cashier. */
      readonly surplus: Dong;
      readonly surplusReason: 'lateSuccess' | 'paidTwice' | null;
      readonly dueNothingMore: Readonly<Record<CollectionTime, boolean>>;
    };

/**
 * What money does to an account, in whatever order it comes: every transaction counts once, what is owed is settled once,
 * and the rest is surplus. Never refused: it is a fact that the money was taken.
 * @param known the transactions of this order that were counted already
 */
export const receiveMoney = (account: Account, order: Order, money: Money, known: readonly string[]): MoneyReceived => {
  if (known.includes(money.transaction)) return { is: 'known' };
  if (money.amount !== order.amount || money.currency !== 'VND') return { is: 'amountDiffers' };
  const settles =
    account.ended || known.length > 0 ? [] : order.collect.filter((time) => !account.settled.includes(time));
  const settledAmount = amountOf(account, settles);
  const surplus = money.amount - settledAmount;
  return {
    is: 'received',
    orderState: stateAfter(settles.length > 0 ? 'settle' : 'receiveSurplus', order.state) ?? order.state,
    settles,
    settledAmount,
    surplus,
    // The same order charged again, or an attempt that succeeded after another way, or the end, had overtaken it.
    surplusReason: surplus === 0 ? null : known.length > 0 ? 'paidTwice' : 'lateSuccess',
    dueNothingMore: dueNothingMore({ ...account, settled: [...account.settled, ...settles] }),
  };
};
