import { isElectronic } from '@motcua/fee-domain';
import { type Queries, sql } from '@motcua/platform';
import type { StoredReceipt } from './receipts.js';

/** What a provider has made of a receipt, or why it has not yet. */
export interface Registration {
  readonly receiptId: string;
  readonly act: 'issue' | 'cancel';
  readonly state: 'waiting' | 'refused' | 'registered';
  readonly code: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Temporal.Instant | null;
  readonly trouble: string | null;
}

const COLUMNS = sql`receipt_id AS "receiptId", act, state, code, signed_by AS "signedBy", signed_at AS "signedAt", trouble`;

/** A provider is to hear of these receipts of electronic series. In the transaction that issues or voids them: none is forgotten. */
export async function awaitRegistration(
  queries: Queries,
  act: Registration['act'],
  receipts: readonly StoredReceipt[],
): Promise<void> {
  const electronic = receipts.filter(({ symbol }) => isElectronic(symbol));
  if (electronic.length === 0) return;
  // What adjusts a receipt of which the provider never heard says nothing to it.
  const rows = JSON.stringify(electronic.map(({ id, adjusts }) => ({ id, adjusts })));
  await queries.query(sql`
    INSERT INTO receipt_registration (receipt_id, act) SELECT n.id, ${act} FROM jsonb_to_recordset(${rows}::jsonb) AS n (id uuid, adjusts uuid)
    WHERE ${act} = 'issue' AND n.adjusts IS NULL
      OR EXISTS (SELECT FROM receipt_registration r WHERE r.receipt_id = coalesce(n.adjusts, n.id) AND r.act = 'issue')
    ON CONFLICT DO NOTHING`);
}

export const registrationsOf = (queries: Queries, receiptId: string): Promise<Registration[]> =>
  queries.query<Registration>(sql`SELECT ${COLUMNS} FROM receipt_registration WHERE receipt_id = ${receiptId}`);
