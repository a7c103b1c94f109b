import { spelling } from '@motcua/fee-domain';
import { type Queries, sql } from '@motcua/platform';

/** What a bank's number was recorded for. */
export interface BankNumberUse {
  /** Orders, also where its amount settled nothing, and those to which money of no order was allocated. */
  readonly orders: readonly string[];
  /** Money of no order yet, that is here under it. */
  readonly looseMoney: string | null;
}

interface Found {
  readonly number: string;
  readonly orderId: string | null;
  readonly looseMoney: string | null;
}

/**
 * What each of these bank numbers was recorded for, in the order of the numbers. They are locked, in order, so that two cashiers
 * who record one number for two dossiers come one after the other.
 */
export async function usesOfBankNumbers(
  queries: Queries,
  numbers: readonly string[],
): Promise<readonly BankNumberUse[]> {
  const wanted = [...new Set(numbers.map(spelling))].filter((number) => number !== '').sort();
  const [, rows] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('bank number ' || number, 0))
      FROM unnest(${wanted}::text[]) WITH ORDINALITY AS w (number, n) ORDER BY n`),
    queries.query<Found>(sql`
      SELECT c.transaction AS number, o.id AS "orderId", NULL::uuid AS "looseMoney"
      FROM confirmation c JOIN payment_order o ON o.id = c.order_id
      WHERE c.transaction = ANY (${wanted}) AND c.success AND NOT c.number_free AND o.method = 'transfer'
      UNION ALL SELECT e.transaction, e.order_id, NULL FROM ledger_entry e JOIN confirmation c ON c.id = e.confirmation_id
      WHERE e.method = 'transfer' AND upper(regexp_replace(e.transaction, '\\s', '', 'g')) = ANY (${wanted}) AND NOT c.number_free
      UNION ALL SELECT transaction, NULL, id FROM loose_money
      WHERE status = 'open' AND method = 'transfer' AND upper(regexp_replace(transaction, '\\s', '', 'g')) = ANY (${wanted})`),
  ]);
  const byNumber = Map.groupBy(rows, ({ number }) => spelling(number));
  return numbers.map((number) => {
    const found = byNumber.get(spelling(number)) ?? [];
    return {
      orders: [...new Set(found.flatMap(({ orderId }) => orderId ?? []))],
      looseMoney: found.find(({ looseMoney }) => looseMoney !== null)?.looseMoney ?? null,
    };
  });
}
