import { withOffset } from '@motcua/kernel';
import type { StoredReceipt } from '../persistence/receipts.js';
import type { ReceiptView } from './receipt.view.js';

export const receiptView = ({
  id,
  number,
  dossierId,
  orderId,
  kind,
  amount,
  lines,
  issuedAt,
  refunded,
  voidedAt,
}: StoredReceipt): ReceiptView => ({
  ...{ id, number, dossierId, orderId, kind, amount, lines, refunded },
  issuedAt: withOffset(issuedAt),
  voidedAt: voidedAt && withOffset(voidedAt),
});
