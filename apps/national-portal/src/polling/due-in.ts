import { type Queries, type Sql, sql } from '@motcua/platform';

/** In how many ms the first of a table's works that run is due; undefined where none runs. */
export async function dueIn(queries: Queries, table: Sql): Promise<number | undefined> {
  // Of none there is no first, and that must stay so: GREATEST(0, NULL) is 0, and whoever waited so long would ask for ever.
  // Not in whole numbers: what is due at once is due since 1970, and no integer has so many milliseconds.
  const [first] = await queries.query<{ readonly ms: number | null }>(
    sql`SELECT (extract(epoch FROM min(due_at) - clock_timestamp()) * 1000)::float8 AS ms FROM ${table} WHERE state = 'running'`,
  );
  return first === undefined || first.ms === null ? undefined : Math.max(0, first.ms);
}
