import type { RefundReason } from '@motcua/contracts';
import type { StoredRefund } from '../persistence/refunds.js';
import type { Money } from '../persistence/money.js';

interface NewRefund {
  readonly id: string;
  readonly orderId: string | null;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly listedAt: Temporal.Instant;
}

/** Lists a refund for the cashier to decide (R16). */
export function listRefund(money: Money, { id, orderId, amount, reason, listedAt }: NewRefund): Money {
  const { dossierId, agencies } = money.account;
  const refund: StoredRefund = {
    ...{ id, version: 1, dossierId, orderId, amount, reason, status: 'listed', listedAt },
    ...{ proposal: null, restOf: null, decidedAt: null, decidedBy: null, note: null, agencies },
  };
  return { ...money, refunds: [...money.refunds, refund] };
}
