import type { Dong } from '@motcua/kernel';
import type { Break, BreakKind } from './break.js';
import { broughtBy, sumOfBrought } from './brought.js';
import { type Heard, type Order, sameConfirmation } from './order.js';
import { sameNumber } from './same-number.js';

/** What the rest of the payments says of the dossier, read under the dossier's lock. */
interface DossierMoney {
  /** What is still to be paid of what this order collects; 0 where nothing is, or the dossier has ended. */
  readonly owed: Dong;
}

interface Decision {
  /** The order's new status; null where it stays. */
  readonly status: 'paid' | 'refundable' | 'failed' | null;
  /** What came and goes to what is owed. */
  readonly used: Dong;
  /** Money that is here without a use: listed for refund. */
  readonly refund: { readonly amount: Dong; readonly reason: 'lateSuccess' | 'paidTwice' | 'tooMuch' } | null;
  /** Whether it brings the number of money that was learnt without one. */
  readonly numbers: boolean;
  readonly break: Break | null;
  /** Whether the sender is told that all is well; a repetition is told again what it was told before. */
  readonly acknowledged: boolean;
}

export type ConfirmationDecision =
  | (Decision & {
      readonly outcome:
        | 'paid'
        | 'failed'
        | 'lateSuccess'
        | 'paidTwice'
        /** Another amount than the order's: what came is a part of what is owed, or no other money at all. */
        | 'amountDiffers'
        /** The number of a payment that was learnt without one. */
        | 'numbered'
        | 'unknownReference'
        /** Says nothing that we did not know: a failure of an order that is no longer open, a success of a paid one. */
        | 'nothingNew';
    })
  /** Said before: the answer that `order.confirmations[answered]` got is given again. */
  | (Decision & { readonly outcome: 'repeated'; readonly answered: number });

const unchanged: Decision = { status: null, used: 0, refund: null, numbers: false, break: null, acknowledged: true };

/**
 * What a confirmation means. Money is counted once: a repetition gets its stored answer, and another amount under a known number
 * is other money only as far as it is more. Money is never lost: what came goes to what is owed, also in parts and also after
 * the order failed; what nothing is owed for is listed for refund. An amount that is not the order's is a break.
 */
export function decideConfirmation(
  order: Order | null,
  confirmation: Heard,
  money: DossierMoney,
): ConfirmationDecision {
  if (!order || order.reference !== confirmation.reference) {
    return broken('unknownReference', null, confirmation, { acknowledged: false });
  }
  const answered = order.confirmations.findIndex((earlier) => sameConfirmation(earlier, confirmation));
  if (answered >= 0) return { ...unchanged, outcome: 'repeated', answered };
  if (!confirmation.success) {
    const isOpen = order.status === 'created' || order.status === 'pending';
    return isOpen ? { ...unchanged, outcome: 'failed', status: 'failed' } : { ...unchanged, outcome: 'nothingNew' };
  }
  return decideSuccess(order, confirmation, money);
}

function decideSuccess(order: Order, confirmation: Heard, { owed }: DossierMoney): ConfirmationDecision {
  const [known, brought] = [broughtBy(order.confirmations), broughtBy([...order.confirmations, confirmation])];
  const came = sumOfBrought(brought) - sumOfBrought(known);
  const isNumber = confirmation.transaction !== null && !confirmation.byOfficer;
  const numbers = isNumber && known.some(({ transaction }) => transaction === null);
  const isAsOrdered = confirmation.amount === order.amount;
  if (came === 0) {
    if (numbers) return { ...unchanged, outcome: 'numbered', numbers };
    if (isAsOrdered) return { ...unchanged, outcome: 'nothingNew' };
    return broken('amountDiffers', order, confirmation, { acknowledged: false });
  }
  const isSettled = order.status === 'paid' || order.status === 'refundable';
  if (owed === 0 && isSettled) {
    // The ordered amount differs in nothing, also where less was said of it before.
    const isMore = !isAsOrdered && known.some(({ transaction }) => sameNumber(transaction, confirmation.transaction));
    const refund = { amount: came, reason: isMore ? 'tooMuch' : 'paidTwice' } as const;
    const taken = { numbers, refund, acknowledged: isAsOrdered };
    return broken(isMore ? 'amountDiffers' : 'paidTwice', order, confirmation, taken);
  }
  if (owed === 0) {
    const refund = { amount: came, reason: 'lateSuccess' } as const;
    return broken('lateSuccess', order, confirmation, { numbers, status: 'refundable', refund });
  }
  const used = Math.min(came, owed);
  const taken = { numbers, used, acknowledged: isAsOrdered };
  if (used < owed) return broken('amountDiffers', order, confirmation, taken);
  const surplus = came - used;
  const paid = { ...unchanged, ...taken, outcome: 'paid', status: 'paid' } as const;
  if (surplus === 0) return paid;
  // As ordered, and more than is owed still: a part of it was paid another way meanwhile.
  const { break: found } = broken(isAsOrdered ? 'paidTwice' : 'amountDiffers', order, confirmation, {});
  return { ...paid, break: found, refund: { amount: surplus, reason: isAsOrdered ? 'paidTwice' : 'tooMuch' } };
}

const broken = (
  kind: BreakKind,
  order: Order | null,
  { amount }: Heard,
  change: Partial<Decision>,
): ConfirmationDecision => ({
  ...unchanged,
  ...change,
  outcome: kind,
  break: { kind, ours: order && String(order.amount), theirs: String(amount) },
});
