import { batchWrite, type Queries, sql } from '@motcua/platform';

interface ReceiptCopy {
  readonly number: string;
  readonly dossierId: string;
  readonly issuedAt: string;
}

/** One that was told to be void before it was told of stays void. */
export const keepReceipt = batchWrite<ReceiptCopy>(
  (receipts) => sql`
    INSERT INTO receipt_copy (number, dossier_id, issued_at, void)
    SELECT number, dossier_id, issued_at, false FROM unnest(
      ${receipts.map(({ number }) => number)}::text[], ${receipts.map(({ dossierId }) => dossierId)}::uuid[],
      ${receipts.map(({ issuedAt }) => issuedAt)}::timestamptz[]) AS r (number, dossier_id, issued_at)
    ON CONFLICT (number) DO NOTHING`,
);

export const voidReceipt = batchWrite<ReceiptCopy>(
  (receipts) => sql`
    INSERT INTO receipt_copy (number, dossier_id, issued_at, void)
    SELECT DISTINCT ON (number) number, dossier_id, issued_at, true FROM unnest(
      ${receipts.map(({ number }) => number)}::text[], ${receipts.map(({ dossierId }) => dossierId)}::uuid[],
      ${receipts.map(({ issuedAt }) => issuedAt)}::timestamptz[]) AS r (number, dossier_id, issued_at)
    ON CONFLICT (number) DO UPDATE SET void = true`,
);

/** Numbers of the receipts of a dossier that hold, in the order in which they were issued. */
export async function receiptsOf(queries: Queries, dossierId: string): Promise<string[]> {
  const rows = await queries.query<{ number: string }>(
    sql`SELECT number FROM receipt_copy WHERE dossier_id = ${dossierId} AND NOT void ORDER BY issued_at, number`,
  );
  return rows.map(({ number }) => number);
}
