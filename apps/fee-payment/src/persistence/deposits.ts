import { type Queries, sql } from '@motcua/platform';

/**
 * What lies at the account of the cash that each of these agencies brought there: what was deposited, without what has gone back
 * from there to who had paid in cash. Each is locked, in order, so that two who pay back come one after the other.
 */
export async function depositedBy(queries: Queries, agencies: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(agencies)].sort();
  if (wanted.length === 0) return new Map();
  const [, rows] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('deposited ' || agency, 0))
      FROM unnest(${wanted}::text[]) WITH ORDINALITY AS w (agency, n) ORDER BY n`),
    queries.query<{ agency: string; left: number }>(sql`
      SELECT agency, ((SELECT coalesce(sum(amount), 0) FROM cash_voucher v WHERE v.agency = w.agency AND v.kind = 'deposited')
        - (SELECT coalesce(sum(e.amount), 0) FROM ledger_entry e JOIN payment_order o ON o.id = e.order_id
           WHERE e.collecting_agency = w.agency AND e.kind = 'refund' AND e.method = 'transfer' AND o.method = 'counter'))::bigint AS left
      FROM unnest(${wanted}::text[]) AS w (agency)`),
  ]);
  return new Map(rows.map(({ agency, left }) => [agency, left]));
}
