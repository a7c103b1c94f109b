import { type LockingQueries, type Sql, sql } from '@motcua/platform';
import { type StoredAccount, ACCOUNTS } from './accounts.js';
import { BREAKS, type StoredBreak } from './breaks.js';
import { CONFIRMATIONS, type StoredConfirmation } from './confirmations.js';
import { ENTRIES, type LedgerEntry } from './ledger.js';
import { ORDERS, type StoredOrder } from './orders.js';
import { RECEIPTS, type StoredReceipt } from './receipts.js';
import { REFUNDS, type StoredRefund } from './refunds.js';
import { REVERSALS, type StoredReversal } from './reversals.js';

/** All of a dossier's money, as a decision needs it. Rows are in the order in which they were made. */
export interface Money {
  readonly account: StoredAccount;
  readonly orders: readonly StoredOrder[];
  readonly confirmations: readonly StoredConfirmation[];
  readonly entries: readonly LedgerEntry[];
  /** Those that are issued; what a change issues has no number yet. */
  readonly receipts: readonly StoredReceipt[];
  readonly refunds: readonly StoredRefund[];
  readonly breaks: readonly StoredBreak[];
  readonly reversals: readonly StoredReversal[];
}

type OfDossier<Row> = Row & { readonly ofDossier: string };

/**
 * The money of dossiers, by dossier, under the lock of each account: decisions on one dossier are made one after the other.
 * All statements travel together; the lock is the first, so that the others see what it waited for.
 */
export async function moneyOf(
  queries: LockingQueries,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, Money>> {
  const ids = [...new Set(dossierIds)];
  const rowsOf = <Row extends object>(columns: Sql, table: string): Promise<OfDossier<Row>[]> =>
    queries.query<OfDossier<Row>>(
      sql`SELECT ${columns}, dossier_id AS "ofDossier" FROM ${sql.raw(table)} WHERE dossier_id = ANY (${ids}) ORDER BY id`,
    );
  const [accounts, orders, confirmations, entries, receipts, refunds, breaks, reversals] = await Promise.all([
    queries.query<StoredAccount>(
      sql`SELECT ${ACCOUNTS.columns()} FROM account WHERE dossier_id = ANY (${ids}) ORDER BY dossier_id FOR UPDATE ${queries.skipLocked}`,
    ),
    rowsOf<StoredOrder>(ORDERS.columns(), 'payment_order'),
    queries.query<OfDossier<StoredConfirmation>>(sql`
      SELECT ${CONFIRMATIONS.columns()}, payment_order.dossier_id AS "ofDossier"
      FROM payment_order JOIN confirmation ON confirmation.reference = payment_order.reference
      WHERE payment_order.dossier_id = ANY (${ids}) ORDER BY confirmation.id`),
    rowsOf<LedgerEntry>(ENTRIES.columns(), 'ledger_entry'),
    rowsOf<StoredReceipt>(RECEIPTS.columns(), 'receipt'),
    rowsOf<StoredRefund>(REFUNDS.columns(), 'refund'),
    rowsOf<StoredBreak>(BREAKS.columns(), 'payment_break'),
    rowsOf<StoredReversal>(REVERSALS.columns(), 'reversal'),
  ]);
  const of = <Row extends object>(rows: readonly OfDossier<Row>[]): ((id: string) => readonly Row[]) => {
    const byDossier = Map.groupBy(rows, ({ ofDossier }) => ofDossier);
    return (id) => (byDossier.get(id) ?? []).map(({ ofDossier: _, ...row }) => row as unknown as Row);
  };
  const [ordersOf, confirmationsOf, entriesOf, receiptsOf, refundsOf, breaksOf, reversalsOf] = [
    of<StoredOrder>(orders),
    of<StoredConfirmation>(confirmations),
    of<LedgerEntry>(entries),
    of<StoredReceipt>(receipts),
    of<StoredRefund>(refunds),
    of<StoredBreak>(breaks),
    of<StoredReversal>(reversals),
  ];
  return new Map(
    accounts.map((account) => {
      const id = account.dossierId;
      return [
        id,
        {
          account,
          orders: ordersOf(id),
          confirmations: confirmationsOf(id),
          entries: entriesOf(id),
          receipts: receiptsOf(id),
          refunds: refundsOf(id),
          breaks: breaksOf(id),
          reversals: reversalsOf(id),
        },
      ];
    }),
  );
}

/** A table whose rows lead to a dossier. */
type Leading = 'payment_order' | 'receipt' | 'refund' | 'payment_break' | 'ledger_entry' | 'reversal';

/** The money of the dossiers to which these rows belong, by the id of the row. */
export async function moneyBy(
  queries: LockingQueries,
  table: Leading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Money>> {
  const rows = await queries.query<{ id: string; dossierId: string | null }>(
    sql`SELECT id, dossier_id AS "dossierId" FROM ${sql.raw(table)} WHERE id = ANY (${ids})`,
  );
  const money = await moneyOf(
    queries,
    rows.flatMap(({ dossierId }) => dossierId ?? []),
  );
  return new Map(
    rows.flatMap(({ id, dossierId }) => {
      const found = dossierId === null ? undefined : money.get(dossierId);
      return found ? [[id, found] as const] : [];
    }),
  );
}
