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
}: StoredReceipt): ReceiptView => ({
  ...{ id, number, dossierId, orderId, kind, amount, lines },
  issuedAt: withOffset(issuedAt),
});
