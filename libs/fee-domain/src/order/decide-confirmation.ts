import type { Dong } from '@motcua/kernel';
import type { Break, BreakKind } from './break.js';
import { type Confirmation, type Order, sameConfirmation } from './order.js';

/** What the rest of the payments says of the dossier, read under the dossier's lock. */
interface DossierMoney {
  /** Whether all that this order collects is still owed, by a dossier that still lives. */
  readonly stillOwed: boolean;
}

interface Decision {
  /** The order's new status; null where it stays. */
  readonly status: 'paid' | 'refundable' | 'failed' | null;
  /** Money that is here without a use: listed for refund. */
  readonly refund: { readonly amount: Dong; readonly reason: 'lateSuccess' | 'paidTwice' } | null;
  readonly break: Break | null;
  /** Whether the sender is told that all is well; a repetition is told again what it was told before. */
  readonly acknowledged: boolean;
}

export type ConfirmationDecision =
  | (Decision & { readonly outcome: 'paid'; readonly paidAt: Temporal.Instant })
  | (Decision & {
      readonly outcome:
        | 'failed'
        | 'lateSuccess'
        | 'paidTwice'
        | 'amountDiffers'
        /** The number of a payment that was learnt without one. */
        | 'numbered'
        | 'unknownReference'
        /** Says nothing that we did not know: a failure of an order that is no longer open, a success of a paid one. */
        | 'nothingNew';
    })
  /** Said before: the answer that `order.confirmations[answered]` got is given again. */
  | (Decision & { readonly outcome: 'repeated'; readonly answered: number });

const unchanged: Decision = { status: null, refund: null, break: null, acknowledged: true };

/**
 * What a confirmation means. Money is counted once: a repetition gets its stored answer, a second transaction of a paid
 * order or a success that nothing is owed for any more is listed for refund. Money is never lost: a success settles the
 * dossier also after the order failed, as long as it is owed. A wrong amount settles nothing and is a break.
 */
export const decideConfirmation = (
  order: Order | null,
  confirmation: Confirmation,
  money: DossierMoney,
  now: Temporal.Instant,
): ConfirmationDecision => {
  if (!order || order.reference !== confirmation.reference) {
    return broken('unknownReference', null, confirmation, { acknowledged: false });
  }
  const answered = order.confirmations.findIndex((earlier) => sameConfirmation(earlier, confirmation));
  if (answered >= 0) return { ...unchanged, outcome: 'repeated', answered };
  if (!confirmation.success) {
    const isOpen = order.status === 'created' || order.status === 'pending';
    return isOpen ? { ...unchanged, outcome: 'failed', status: 'failed' } : { ...unchanged, outcome: 'nothingNew' };
  }
  return decideSuccess(order, confirmation, money, now);
};

const decideSuccess = (
  order: Order,
  confirmation: Confirmation,
  { stillOwed }: DossierMoney,
  now: Temporal.Instant,
): ConfirmationDecision => {
  if (confirmation.amount !== order.amount) {
    return broken('amountDiffers', order, confirmation, { acknowledged: false });
  }
  const { amount } = confirmation;
  if (order.status === 'paid' || order.status === 'refundable') {
    // Without a transaction number nothing says that this is other money than what is here already.
    if (confirmation.transaction === null) return { ...unchanged, outcome: 'nothingNew' };
    // The first number that comes is that of the payment that was learnt without one; another number is other money.
    if (isUnnumbered(order)) return { ...unchanged, outcome: 'numbered' };
    return broken('paidTwice', order, confirmation, { refund: { amount, reason: 'paidTwice' } });
  }
  if (!stillOwed) {
    return broken('lateSuccess', order, confirmation, {
      status: 'refundable',
      refund: { amount, reason: 'lateSuccess' },
    });
  }
  return { ...unchanged, outcome: 'paid', status: 'paid', paidAt: now };
};

/** Whether the money that is here has no number yet. */
const isUnnumbered = ({ amount, confirmations }: Order): boolean => {
  const here = confirmations.filter((earlier) => earlier.success && earlier.amount === amount);
  return here.length > 0 && here.every(({ transaction }) => transaction === null);
};

const broken = (
  kind: BreakKind,
  order: Order | null,
  { amount }: Confirmation,
  change: Partial<Decision>,
): ConfirmationDecision => ({
  ...unchanged,
  ...change,
  outcome: kind,
  break: { kind, ours: order && String(order.amount), theirs: String(amount) },
});
