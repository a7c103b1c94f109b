import type { RowTable } from './row-table.js';
import type { Sql } from './sql.js';
import type { BatchWork, Tx } from './tx.js';

/**
 * What the events of a transaction write together, in one statement for all of them: not a command's, but a copy of what
 * another service tells. @param statementFor any number of items, in the order in which they came
 */
export function batchWrite<Item>(statementFor: (items: readonly Item[]) => Sql): (tx: Tx, item: Item) => Promise<void> {
  const work: BatchWork<Item, undefined> = async (tx, items) => {
    await tx.query(statementFor(items));
    return items.map(() => undefined);
  };
  return (tx, item) => tx.batch(work, item, work);
}

/**
 * Keeps rows as another service tells them: in the place of those with their key, and of older ones only where `newer` is
 * given. Some rows an event, one statement for the events of a transaction.
 */
export function copiesIn<Row extends object>(
  table: RowTable<Row>,
  newer?: keyof Row & string,
): (tx: Tx, rows: readonly Row[]) => Promise<void> {
  const put = batchWrite<readonly Row[]>((items) => table.put(items.flat(), newer));
  return async (tx, rows) => {
    if (rows.length > 0) await put(tx, rows);
  };
}
