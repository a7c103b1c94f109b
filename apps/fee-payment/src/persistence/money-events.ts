import { FeeAssessedV1, PaymentBreakFoundV1, ReceiptIssuedV1, RefundListedV1, RefundMovedV1 } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import type { EventContract, NewEvent } from '@motcua/platform';
import { isPublished, type StoredBreak } from './breaks.js';
import type { Money } from './money.js';
import type { StoredReceipt } from './receipts.js';
import type { StoredRefund } from './refunds.js';

/** An event of this service, about a dossier. */
export const event = <Data extends object>(
  contract: EventContract<Data>,
  key: string,
  time: Temporal.Instant,
  data: Data,
): NewEvent => ({ contract, key, time, data });

export const assessed = ({ account: { dossierId, total, lines, assessedAt } }: Money, at: Temporal.Instant): NewEvent =>
  event(FeeAssessedV1, dossierId, at, { dossierId, total, lines: [...lines], assessedAt: withOffset(assessedAt) });

/** A refund is listed, and then moves on; the rest of one that was decided in part is listed already. */
export function refundEvents(
  was: StoredRefund | null,
  is: StoredRefund,
  issued: readonly StoredReceipt[],
  at: Temporal.Instant,
): NewEvent[] {
  const { id: refundId, dossierId, amount, reason, status, listedAt, note } = is;
  if (was === null) {
    const listed = { dossierId, amount, reason, listedAt: withOffset(listedAt) };
    return is.restOf === null ? [event(RefundListedV1, dossierId, at, listed)] : [];
  }
  // Proposed, or sent back: nothing is decided yet. Of a mistake of the counter its reversal tells.
  if (status === 'listed' || status === 'proposed' || status === 'reversed') return [];
  const adjustedBy = issued.filter((receipt) => receipt.refundId === refundId).map(({ number }) => number);
  return [
    event(RefundMovedV1, dossierId, at, { dossierId, refundId, amount, status, note, adjustedBy, at: withOffset(at) }),
  ];
}

export function receiptIssued(receipt: StoredReceipt, money: Money, at: Temporal.Instant): NewEvent {
  const { dossierId, number, kind, amount, issuedAt, file } = receipt;
  return event(ReceiptIssuedV1, dossierId, at, {
    dossierId,
    receiptNumber: number,
    kind,
    amount,
    issuedAt: withOffset(issuedAt),
    file,
    adjusts: adjustmentOf(receipt, money),
    replaces: money.receipts.find(({ id }) => id === receipt.replaces)?.number ?? null,
  });
}

function adjustmentOf(
  { adjusts, adjustsBecause, refundId }: StoredReceipt,
  { receipts, refunds }: Money,
): ReceiptIssuedV1['adjusts'] {
  if (adjusts === null) return null;
  const { number: receiptNumber } = receipts.find(({ id }) => id === adjusts)!;
  const { amount: refundAmount } = refunds.find(({ id }) => id === refundId)!;
  return { receiptNumber, reason: adjustsBecause!, refundId: refundId!, refundAmount };
}

/** Others hear of a break the first time; not of a receipt that the cashier may still record. */
export function breakFound(found: StoredBreak, at: Temporal.Instant): NewEvent[] {
  const { dossierId, orderId, reference, kind, ours, theirs, foundAt } = found;
  if (dossierId === null || !isPublished(kind) || (kind === 'cashReceiptMismatch' && ours === null)) return [];
  const data = { dossierId, orderId, reference, kind, ours, theirs, foundAt: withOffset(foundAt) };
  return [event(PaymentBreakFoundV1, dossierId, at, data)];
}
