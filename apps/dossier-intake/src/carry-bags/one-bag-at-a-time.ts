import { type LockingQueries, sql } from '@motcua/platform';

/** One bag changes at a time: no dossier gets into two, and no place is written from what is no longer so. */
export async function oneBagAtATime(queries: LockingQueries): Promise<void> {
  await queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('bags', 0))`);
}
