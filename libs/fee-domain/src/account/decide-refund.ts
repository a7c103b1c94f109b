import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';

interface ListedRefund {
  readonly amount: Dong;
  readonly status: 'listed' | 'refunded' | 'kept';
}

interface RefundDecided {
  readonly status: 'refunded' | 'kept';
  readonly refunded: Dong;
}

/**
 * The cashier decides a listed refund once: pays back all or a part of it, or keeps it, by policy. Refused with
 * `PAYMENT.REFUND_DECIDED`, `PAYMENT.REFUND_TOO_LARGE`.
 * @rule R16
 */
export const decideRefund = (
  refund: ListedRefund,
  decision: 'refund' | 'keep',
  amount: Dong = refund.amount,
): RefundDecided => {
  if (refund.status !== 'listed') {
    throw new Refusal<FeeRefusalCode>('PAYMENT.REFUND_DECIDED', { refundStatus: refund.status });
  }
  if (decision === 'keep') return { status: 'kept', refunded: 0 };
  if (amount < 1 || amount > refund.amount) {
    throw new Refusal<FeeRefusalCode>('PAYMENT.REFUND_TOO_LARGE', { listed: refund.amount, asked: amount });
  }
  return { status: 'refunded', refunded: amount };
};

/** Money movements of one dossier, as sums. */
export interface Balance {
  readonly received: Dong;
  readonly refunded: Dong;
  /** Listed for the cashier and not yet decided. */
  readonly listed: Dong;
  /** Decided not to be paid back. */
  readonly kept: Dong;
}

/** The sums of what moved, and of what was listed and decided. */
export const balanceOf = (
  entries: readonly { readonly kind: 'payment' | 'surplus' | 'refund'; readonly amount: Dong }[],
  refunds: readonly (ListedRefund & { readonly refunded: Dong })[],
): Balance => {
  const sum = <Item>(items: readonly Item[], amountOf: (item: Item) => Dong): Dong =>
    items.reduce((total, item) => total + amountOf(item), 0);
  return {
    received: sum(entries, ({ kind, amount }) => (kind === 'refund' ? 0 : amount)),
    refunded: sum(entries, ({ kind, amount }) => (kind === 'refund' ? amount : 0)),
    listed: sum(refunds, ({ status, amount }) => (status === 'listed' ? amount : 0)),
    kept: sum(refunds, ({ status, amount, refunded }) => (status === 'listed' ? 0 : amount - refunded)),
  };
};

/** What is here and was neither given back, nor listed, nor decided to be kept: what an end of the dossier lists. */
export const undecided = ({ received, refunded, listed, kept }: Balance): Dong =>
  Math.max(0, received - refunded - listed - kept);
