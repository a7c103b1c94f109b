import { CONSEQUENCES } from '../../database/consequences.js';
import type { SetWork, Tx } from '../../database/tx.js';
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
 * @param together does what is asked for in company
 */
export function lendTx(tx: Tx, together: Tx['together']): LentTx {
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
      together: async <Item, Result>(kind: object, item: Item, work: SetWork<Item, Result>) => {
        whileLent();
        const result = await together(kind, item, work);
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
