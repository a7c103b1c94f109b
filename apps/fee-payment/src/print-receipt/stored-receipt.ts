import { withOffset } from '@motcua/kernel';
import type { ReceiptView } from './receipt.view.js';

export const RECEIPT_COLUMNS = `id, number, dossier_id AS "dossierId", order_id AS "orderId", kind, amount, lines, issued_at AS "issuedAt",
  agencies, applicant_ref AS "applicantRef", submitted_by AS "submittedBy"`;

export type StoredReceipt = Omit<ReceiptView, 'issuedAt'> & {
  readonly issuedAt: Temporal.Instant;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
};

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
