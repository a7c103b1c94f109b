import { spelling } from '@motcua/fee-domain';
import { type Queries, sql } from '@motcua/platform';

/** What a bank's number was recorded for. */
export interface BankNumberUse {
  /** Orders, also where its amount settled nothing, and those to which money of no order was allocated. */
  readonly orders: readonly string[];
  /** Money of no order yet, that is here under it. */
  readonly looseMoney: string | null;
  /** Money went back under it. */
  readonly paidBack: boolean;
}

interface Found {
  readonly number: string;
  readonly orderId: string | null;
  readonly looseMoney: string | null;
  readonly paidBack: boolean;
}

const spelled = (numbers: readonly string[]): readonly string[] =>
  [...new Set(numbers.map(spelling))].filter((number) => number !== '').sort();

/** Whoever says something of one of these numbers of a bank comes after the other: locked in order, behind the dossiers. */
export async function lockBankNumbers(queries: Queries, numbers: readonly string[]): Promise<void> {
  await queries.query(sql`
    SELECT pg_advisory_xact_lock(hashtextextended('bank number ' || number, 0))
    FROM unnest(${spelled(numbers)}::text[]) WITH ORDINALITY AS w (number, n) ORDER BY n`);
}

/**
 * What each of these bank numbers was recorded for, in the order of the numbers. They are locked, in order, so that two cashiers
 * who record one number for two dossiers come one after the other.
 */
export async function usesOfBankNumbers(
  queries: Queries,
  numbers: readonly string[],
): Promise<readonly BankNumberUse[]> {
  const wanted = spelled(numbers);
  const [, rows] = await Promise.all([
    lockBankNumbers(queries, numbers),
    queries.query<Found>(sql`
    SELECT c.transaction AS number, o.id AS "orderId", NULL::uuid AS "looseMoney", false AS "paidBack"
    FROM confirmation c JOIN payment_order o ON o.id = c.order_id
    WHERE c.transaction = ANY (${wanted}) AND c.success AND NOT c.number_free AND o.method = 'transfer'
    UNION ALL SELECT e.transaction, e.order_id, NULL, false FROM ledger_entry e JOIN confirmation c ON c.id = e.confirmation_id
    WHERE e.method = 'transfer' AND upper(regexp_replace(e.transaction, '\\s', '', 'g')) = ANY (${wanted}) AND NOT c.number_free
    UNION ALL SELECT transaction, NULL, NULL, true FROM ledger_entry
    WHERE method = 'transfer' AND upper(regexp_replace(transaction, '\\s', '', 'g')) = ANY (${wanted}) AND kind = 'refund'
    UNION ALL SELECT transaction, NULL, id, false FROM loose_money
    WHERE status = 'open' AND method = 'transfer' AND upper(regexp_replace(transaction, '\\s', '', 'g')) = ANY (${wanted})`),
  ]);
  const byNumber = Map.groupBy(rows, ({ number }) => spelling(number));
  return numbers.map((number) => {
    const found = byNumber.get(spelling(number)) ?? [];
    return {
      orders: [...new Set(found.flatMap(({ orderId }) => orderId ?? []))],
      looseMoney: found.find(({ looseMoney }) => looseMoney !== null)?.looseMoney ?? null,
      paidBack: found.some(({ paidBack }) => paidBack),
    };
  });
}
