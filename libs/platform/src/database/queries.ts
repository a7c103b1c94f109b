import type { Sql } from './sql.js';

/** What can run a statement: a transaction, or the service's database outside of one. */
export interface Queries {
  /**
   * Runs one prepared statement. Values may be `Temporal.Instant`; in rows `timestamptz` is a `Temporal.Instant`, `int8` a
   * number, `date` a text `YYYY-MM-DD`.
   */
  query<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}
