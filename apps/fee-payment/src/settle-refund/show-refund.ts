import { withOffset } from '@motcua/kernel';
import type { StoredRefund } from '../persistence/refunds.js';
import type { RefundView } from './refund.view.js';

export const refundView = ({ version: _, agencies: __, ...row }: StoredRefund): RefundView => ({
  ...row,
  listedAt: withOffset(row.listedAt),
  decidedAt: row.decidedAt && withOffset(row.decidedAt),
});
