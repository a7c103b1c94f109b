import { type Dong, Refusal } from '@motcua/kernel';
import type { PaymentRefusalCode } from './payment-refusal-codes.js';

/** Money movements of one dossier, as sums. */
export interface Balance {
  readonly received: Dong;
  readonly refunded: Dong;
  /** Listed for the cashier and not yet decided. */
  readonly listed: Dong;
}

/** R16: the end of a dossier refunds nothing by itself; what was paid and is not listed yet is listed. 0: nothing is. */
export const refundAtEnd = ({ received, refunded, listed }: Balance): Dong => Math.max(0, received - refunded - listed);

export interface ListedRefund {
  readonly amount: Dong;
  readonly state: 'listed' | 'refunded' | 'kept';
}

export interface RefundDecided {
  readonly state: 'refunded' | 'kept';
  readonly refunded: Dong;
}

/**
 * The cashier decides a listed refund once: pays back all or a part of it, or keeps it, by policy. Refuses
 * `PAYMENT.REFUND_DECIDED`, `PAYMENT.REFUND_TOO_LARGE`.
 */
export const decideRefund = (
  refund: ListedRefund,
  decision: 'refund' | 'keep',
  amount: Dong = refund.amount,
): RefundDecided => {
  if (refund.state !== 'listed')
    throw new Refusal<PaymentRefusalCode>('PAYMENT.REFUND_DECIDED', { state: refund.state });
  if (decision === 'keep') return { state: 'kept', refunded: 0 };
  if (amount < 1 || amount > refund.amount) {
    throw new Refusal<PaymentRefusalCode>('PAYMENT.REFUND_TOO_LARGE', { listed: refund.amount, asked: amount });
  }
  return { state: 'refunded', refunded: amount };
};
