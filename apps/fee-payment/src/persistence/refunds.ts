import type { RefundReason } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';

export const REFUND_STATUSES = ['listed', 'refunded', 'kept'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Money that the cashier decides to pay back, or to keep (R16). */
export interface StoredRefund {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  readonly orderId: string | null;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly status: RefundStatus;
  readonly refunded: number;
  readonly listedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly agencies: readonly string[];
}

export const REFUNDS = rowTable<StoredRefund>('refund', {
  id: 'key',
  version: 'plain',
  dossierId: 'fixed',
  orderId: 'fixed',
  amount: 'fixed',
  reason: 'fixed',
  status: 'plain',
  refunded: 'plain',
  listedAt: 'fixed',
  decidedAt: 'plain',
  decidedBy: 'plain',
  note: 'plain',
  agencies: 'fixed',
});
