import { withOffset } from '@motcua/kernel';
import type { RefundView } from './refund.view.js';

export const REFUND_COLUMNS = `id, version, dossier_id AS "dossierId", order_id AS "orderId", amount, reason, status, refunded,
  listed_at AS "listedAt", decided_at AS "decidedAt", decided_by AS "decidedBy", note, agencies`;

export type StoredRefund = Omit<RefundView, 'listedAt' | 'decidedAt'> & {
  readonly version: number;
  readonly agencies: readonly string[];
  readonly listedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | null;
};

export const refundView = ({ version: _, agencies: __, ...row }: StoredRefund): RefundView => ({
  ...row,
  listedAt: withOffset(row.listedAt),
  decidedAt: row.decidedAt && withOffset(row.decidedAt),
});
