import { type Queries, sql } from '@motcua/platform';

/**
 * Locks things by name until the end of the transaction, whether they exist yet or not: of two commands that create one of
 * a code, the second waits and then sees it. Always in one order, so that two groups cannot wait for each other.
 */
export async function lockNames(queries: Queries, kind: string, codes: readonly string[]): Promise<void> {
  const names = [...new Set(codes)].toSorted().map((code) => `catalogue.${kind}/${code}`);
  await queries.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${names}::text[]) AS name`,
  );
}
