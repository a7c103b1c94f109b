import type { RefundReason } from '@motcua/contracts';
import type { RefundProposal, RefundStatus } from '@motcua/fee-domain';
import { rowTable } from '@motcua/platform';

/** Money that is to be paid back, or kept: proposed by the cashier, and approved by another (R16). */
export interface StoredRefund {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  readonly orderId: string | null;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly status: RefundStatus;
  readonly proposal: RefundProposal | null;
  readonly listedAt: Temporal.Instant;
  /** Of which it is the rest that was not decided; nothing moved when it was listed. */
  readonly restOf: string | null;
  /** When the last step was done, by whom, and with which words. */
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
  amount: 'plain',
  reason: 'fixed',
  status: 'plain',
  proposal: 'plain',
  listedAt: 'fixed',
  restOf: 'fixed',
  decidedAt: 'plain',
  decidedBy: 'plain',
  note: 'plain',
  agencies: 'fixed',
});
