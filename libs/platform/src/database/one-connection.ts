import { AsyncLocalStorage } from 'node:async_hooks';

const inTransaction = new AsyncLocalStorage<object>();

/** Work that has a connection of `database` in hand. */
export const withConnection = <Result>(database: object, work: () => Result): Result =>
  inTransaction.run(database, work);

/** @throws where the work in progress has a connection of `database` in hand already */
export function assertNoSecondConnection(database: object): void {
  if (inTransaction.getStore() === database)
    throw new Error('a second connection inside a transaction: read through the transaction, or before it begins');
}
