import type { ReversalReason, ReversalStatus } from '@motcua/fee-domain';
import { rowTable } from '@motcua/platform';

/** A mistake of the counter: what was entered of an order's money, to be undone once another person has approved it. */
export interface StoredReversal {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  readonly orderId: string;
  /** What was said of the money. */
  readonly confirmationId: string;
  readonly amount: number;
  readonly reason: ReversalReason;
  /** What went wrong, for the applicant to read. */
  readonly note: string;
  readonly status: ReversalStatus;
  readonly proposedAt: Temporal.Instant;
  readonly proposedBy: string;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedBy: string | null;
  readonly decisionNote: string | null;
  readonly agencies: readonly string[];
}

export const REVERSALS = rowTable<StoredReversal>('reversal', {
  id: 'key',
  version: 'plain',
  dossierId: 'fixed',
  orderId: 'fixed',
  confirmationId: 'fixed',
  amount: 'fixed',
  reason: 'fixed',
  note: 'fixed',
  status: 'plain',
  proposedAt: 'fixed',
  proposedBy: 'fixed',
  decidedAt: 'plain',
  decidedBy: 'plain',
  decisionNote: 'plain',
  agencies: 'fixed',
});
