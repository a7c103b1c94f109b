import { CONSEQUENCES } from '../../database/consequences.js';
import type { BatchWork, Tx } from '../../database/tx.js';
import type { Sql } from '../../database/sql.js';

interface LentTx {
  readonly lent: Tx;
  readonly takeBack: () => void;
  /** Whether something of the transaction may have been done through it. */
  readonly isUsed: () => boolean;
}

/**
 * A transaction as a handler may use it: until it has returned or its time is up. A handler that goes on afterwards would
 * write into whatever transaction its connection serves next.
 * @param batch does what is asked for with what the batch's other events ask for
 */
export function lendTx(tx: Tx, batch: Tx['batch']): LentTx {
  let over = false;
  let used = false;
  const whileLent = (): Tx => {
    if (over) throw new Error('the transaction of this event is over: a handler must await all that it does');
    return tx;
  };
  const using = (): Tx => {
    used = true;
    return whileLent();
  };
  return {
    lent: {
      query: async <Row extends object>(statement: Sql | string, values?: readonly unknown[]) =>
        using().query<Row>(statement, values),
      batch: async <Item, Result>(kind: object, item: Item, work: BatchWork<Item, Result>) => {
        whileLent();
        const result = await batch(kind, item, work);
        used = true;
        return result;
      },
      get [CONSEQUENCES]() {
        return using()[CONSEQUENCES];
      },
    },
    takeBack: () => {
      over = true;
    },
    isUsed: () => used,
  };
}
