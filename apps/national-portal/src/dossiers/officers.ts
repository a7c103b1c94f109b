import { copiesIn, type Queries, rowTable, sql } from '@motcua/platform';

interface OfficerCopy {
  readonly subject: string;
  readonly name: string;
  readonly title: string;
}

export const keepOfficers = copiesIn(
  rowTable<OfficerCopy>('officer_copy', { subject: 'key', name: 'plain', title: 'plain' }),
);

/** Titles by name, as events of the public status give it; none where several of one name have different titles. */
export async function titlesOf(queries: Queries, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await queries.query<{ name: string; title: string }>(sql`
    SELECT name, min(title) AS title FROM officer_copy WHERE name = ANY (${names}) GROUP BY name HAVING min(title) = max(title)`);
  return new Map(rows.map(({ name, title }) => [name, title]));
}
