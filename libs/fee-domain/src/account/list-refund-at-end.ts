import type { Dong } from '@motcua/kernel';

interface RefundListed {
  readonly amount: Dong;
  readonly reason: 'refused' | 'withdrawn' | 'stopped';
}

/**
 * A refusal, withdrawal or stop refunds nothing by itself: what was paid is listed for the cashier to decide.
 * @rule R16
 */
export const refundAtEnd = (paid: Dong, reason: RefundListed['reason']): RefundListed | null =>
  paid > 0 ? { amount: paid, reason } : null;
