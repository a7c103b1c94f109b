import { type LockingQueries, sql } from '@motcua/platform';
import { BREAKS, type StoredBreak } from './breaks.js';

/**
 * Breaks by what makes a repeat the same, locked. One that is not there yet has no row, so that its identity is locked
 * instead: in order, before anything is read.
 */
export async function breaksByIdentity(
  queries: LockingQueries,
  identities: readonly string[],
): Promise<ReadonlyMap<string, StoredBreak>> {
  const wanted = [...new Set(identities)].sort();
  const [, found] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('break ' || identity, 0))
      FROM unnest(${wanted}::text[]) WITH ORDINALITY AS i (identity, n) ORDER BY n`),
    queries.query<StoredBreak>(sql`SELECT ${BREAKS.columns()} FROM payment_break WHERE identity = ANY (${wanted})`),
  ]);
  return new Map(found.map((one) => [one.identity, one]));
}
