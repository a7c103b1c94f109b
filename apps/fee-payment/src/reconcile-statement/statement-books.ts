import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type BookedMoney, moneyKey, type StatementLine } from '@motcua/fee-domain';
import { type Actor, agenciesOf, permittedReach, type Queries, sql, type Sql } from '@motcua/platform';
import type { StoredReconciliation } from '../persistence/reconciliations.js';

/** What our books have under one key, with the entries that make it up. */
export interface Booked extends BookedMoney {
  readonly entries: readonly string[];
  readonly dossierId: string | null;
  readonly orderId: string | null;
  readonly agencies: readonly string[];
}

/** An order that a statement names. */
export interface NamedOrder {
  readonly reference: string;
  readonly orderId: string;
  readonly dossierId: string;
  readonly agencies: readonly string[];
  readonly isReached: boolean;
}

/** A bank's number is of one payment; the platform's goes with a reference. */
export const isByNumber = ({ method }: Pick<StoredReconciliation, 'method'>): boolean => method === 'transfer';

/** An entry that was no mistake, with the way that its money went. */
const STANDING = sql.raw(`e.kind <> 'reversal' AND NOT EXISTS (
  SELECT FROM ledger_entry r WHERE r.dossier_id = e.dossier_id AND r.kind = 'reversal' AND r.confirmation_id = e.confirmation_id)`);
const SPELLED = sql.raw(`upper(regexp_replace(e.transaction, '\\s', '', 'g'))`);

/** Reads the books as a statement is compared with them. */
@Injectable()
export class StatementBooks {
  constructor(private readonly agencies: Agencies) {}

  /** The agencies of which an officer reaches the money; null: all. */
  async reachOf(actor: Actor, queries: Queries): Promise<readonly string[] | null> {
    return permittedReach(actor, 'payment.reconcile') === 'all'
      ? null
      : this.agencies.subtrees(agenciesOf(actor), queries);
  }

  /** What the books have of what these lines name, whenever it came, and of whomever it is. */
  async named(
    queries: Queries,
    reconciliation: StoredReconciliation,
    lines: readonly StatementLine[],
    reach: readonly string[] | null,
  ): Promise<{ booked: readonly Booked[]; orders: ReadonlyMap<string, NamedOrder> }> {
    const { method } = reconciliation;
    const references = distinct(lines.map(({ reference }) => reference));
    const numbers = distinct(lines.map(({ transaction }) => transaction.replaceAll(/\s/g, '').toUpperCase()));
    const [entries, loose, deposits, orders] = await Promise.all([
      queries.query<Booked>(sql`
        SELECT ${ENTRY} FROM ledger_entry e
        WHERE e.method = ${method} AND ${STANDING} AND (e.reference = ANY (${references}) OR ${SPELLED} = ANY (${numbers}))`),
      queries.query<Booked>(sql`
        SELECT 'in' AS direction, e.reference, e.transaction, e.amount, true AS "isLoose", '{}'::text[] AS entries, NULL AS "dossierId",
          NULL AS "orderId", '{}'::text[] AS agencies
        FROM loose_money e WHERE e.status = 'open' AND e.method = ${method}
          AND (e.reference = ANY (${references}) OR ${SPELLED} = ANY (${numbers}))`),
      // Cash that was brought to the account is in the books as what left a drawer.
      method === 'transfer'
        ? queries.query<Booked>(sql`
            SELECT 'in' AS direction, '' AS reference, number AS transaction, amount, false AS "isLoose", '{}'::text[] AS entries,
              NULL AS "dossierId", NULL AS "orderId", ARRAY[agency] AS agencies
            FROM cash_voucher WHERE kind = 'deposited' AND number = ANY (${numbers})`)
        : [],
      queries.query<NamedOrder>(sql`
        SELECT reference, id AS "orderId", dossier_id AS "dossierId", agencies FROM payment_order WHERE reference = ANY (${references})`),
    ]);
    const reached = reachedBy(reach);
    return {
      booked: [
        ...summed([...entries, ...nearest(deposits, reached)], reconciliation, reached),
        ...summed(loose, reconciliation, () => true),
      ],
      orders: new Map(orders.map((order) => [order.reference, { ...order, isReached: reached(order.agencies) }])),
    };
  }

  /** What came or went in the period and no statement has listed, a page at a time, by reference and number. */
  async missing(
    queries: Queries,
    reconciliation: StoredReconciliation,
    { reach, after, limit }: { reach: readonly string[] | null; after: string | null; limit: number },
  ): Promise<readonly (Booked & { readonly lastId: string })[]> {
    const { id, method, fromAt, untilAt } = reconciliation;
    const rows = await queries.query<Booked & { lastId: string }>(sql`
      SELECT ${ENTRY}, e.id AS "lastId" FROM ledger_entry e
      WHERE e.method = ${method} AND e.at >= ${fromAt} AND e.at < ${untilAt} AND ${STANDING}
        AND e.reconciled_at IS NULL AND e.seen_in IS DISTINCT FROM ${id} AND e.id > ${after ?? FIRST}::uuid
        AND (${reach}::text[] IS NULL OR e.agencies && ${reach}::text[])
      ORDER BY e.id LIMIT ${limit}`);
    return rows.map((row) => ({ ...row, isReached: true }));
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const ENTRY: Sql =
  sql.raw(`CASE e.kind WHEN 'refund' THEN 'out' ELSE 'in' END AS direction, e.reference, e.transaction, e.amount,
  false AS "isLoose", ARRAY[e.id]::text[] AS entries, e.dossier_id AS "dossierId", e.order_id AS "orderId", e.agencies`);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

/** Slips of two agencies may have one number: then the own one is meant. */
function nearest(deposits: readonly Booked[], reached: (agencies: readonly string[]) => boolean): readonly Booked[] {
  const own = deposits.filter(({ agencies }) => reached(agencies));
  return [...own, ...deposits.filter((one) => !own.some(({ transaction }) => transaction === one.transaction))];
}

const reachedBy =
  (reach: readonly string[] | null): ((agencies: readonly string[]) => boolean) =>
  (agencies) =>
    reach === null || agencies.some((agency) => reach.includes(agency));

/** One sum a key: a payment and its surplus came as one, and a payment back may be of several orders. */
function summed(
  rows: readonly Booked[],
  reconciliation: StoredReconciliation,
  reached: (agencies: readonly string[]) => boolean,
): Booked[] {
  const byNumber = isByNumber(reconciliation);
  return [...Map.groupBy(rows, (row) => moneyKey(row, { byNumber })).values()].map((same) => ({
    ...same[0]!,
    amount: same.reduce((sum, { amount }) => sum + amount, 0),
    entries: same.flatMap(({ entries }) => entries),
    isReached: same.every(({ agencies }) => reached(agencies)),
  }));
}
