import type { Sql } from '../../database/sql.js';
import type { Tx } from '../../database/tx.js';

/**
 * A transaction as a handler may use it: until it has returned or its time is up. A handler that goes on afterwards would
 * write into whatever transaction its connection serves next.
 */
export function lendTx(tx: Tx): { readonly lent: Tx; readonly takeBack: () => void } {
  let over = false;
  const whileLent = (): Tx => {
    if (over) throw new Error('the transaction of this event is over: a handler must await all that it does');
    return tx;
  };
  return {
    lent: {
      query: async <Row extends object>(statement: Sql | string, values?: readonly unknown[]) =>
        whileLent().query<Row>(statement, values),
      publish: (event) => whileLent().publish(event),
      record: (entry, head) => whileLent().record(entry, head),
      expectHistories: (aggregates) => whileLent().expectHistories(aggregates),
      keepAnswer: (to, answer, lasting) => whileLent().keepAnswer(to, answer, lasting),
    },
    takeBack: () => {
      over = true;
    },
  };
}
