import { type Queries, sql } from '@motcua/platform';

/**
 * The agencies at which a payment has each of these receipt numbers already. The numbers are locked, in order, so that two
 * cashiers who record one number for two dossiers come one after the other.
 */
export async function agenciesByReceiptNumber(
  queries: Queries,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = [...new Set(numbers)].sort();
  const [, rows] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('receipt number ' || number, 0))
      FROM unnest(${wanted}::text[]) WITH ORDINALITY AS w (number, n) ORDER BY n`),
    queries.query<{ number: string; agency: string }>(sql`
      SELECT c.transaction AS number, o.agency FROM confirmation c JOIN payment_order o ON o.id = c.order_id
      WHERE c.transaction = ANY (${wanted}) AND c.success AND NOT c.number_free AND o.method = 'counter'`),
  ]);
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return new Map([...byNumber].map(([number, of]) => [number, of.map(({ agency }) => agency)]));
}
