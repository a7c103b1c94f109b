import type { Queries } from './queries.js';
import { sql } from './sql.js';

const PAGE = 5_000;

/**
 * Forgets what has been kept for idempotency keys for longer than `days`: the keys themselves, but for those that last (of
 * submissions), of which the status and the headers stay. May run in several processes at once.
 * @returns how many keys were forgotten or emptied
 */
export async function forgetAnswers(queries: Queries, days: number): Promise<number> {
  const due = sql`SELECT client, key FROM idempotency
    WHERE created_at < now() - ${days}::int * interval '1 day' AND (NOT lasting OR sealed IS NOT NULL OR body IS NOT NULL)
    LIMIT ${PAGE}::int FOR UPDATE SKIP LOCKED`;
  let total = 0;
  for (;;) {
    const rows = await queries.query(sql`
      WITH due AS MATERIALIZED (${due}), emptied AS (
        UPDATE idempotency i SET sealed = NULL, body = NULL FROM due
        WHERE i.client = due.client AND i.key = due.key AND i.lasting RETURNING 1 AS one
      ), forgotten AS (
        DELETE FROM idempotency i USING due WHERE i.client = due.client AND i.key = due.key AND NOT i.lasting RETURNING 1 AS one
      )
      SELECT one FROM emptied UNION ALL SELECT one FROM forgotten`);
    total += rows.length;
    if (rows.length < PAGE) return total;
  }
}
