import { type Queries, rowTable, type SealedEnvelope } from '@motcua/platform';

/** Who is named as the payer on a receipt, where it is another than the applicant; sealed. */
export interface ReceiptPayer extends SealedEnvelope {
  readonly receiptId: string;
  readonly dossierId: string;
}

const RECEIPT_PAYERS = rowTable<ReceiptPayer>('receipt_payer', {
  receiptId: 'key',
  dossierId: 'fixed',
  sealed: 'plain',
  wrappedKey: 'plain',
});

export async function saveReceiptPayers(queries: Queries, payers: readonly ReceiptPayer[]): Promise<void> {
  if (payers.length > 0) await queries.query(RECEIPT_PAYERS.insert(payers));
}
