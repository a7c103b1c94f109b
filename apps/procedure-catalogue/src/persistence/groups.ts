import type { AskedAndGiven, GroupRecord } from '@motcua/catalogue-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

export const GROUPS = rowTable<GroupRecord>('procedure_group', {
  code: 'key',
  name: 'plain',
  legalBasis: 'plain',
  active: 'plain',
  steps: 'plain',
  revision: 'plain',
});

export const findGroups = (queries: Queries, codes: readonly string[]): Promise<GroupRecord[]> =>
  queries.query(sql`SELECT ${GROUPS.columns()} FROM procedure_group WHERE code = ANY (${codes})`);

/** In order of their codes, after one. */
export const listGroups = (queries: Queries, after: string, limit: number): Promise<GroupRecord[]> =>
  queries.query(
    sql`SELECT ${GROUPS.columns()} FROM procedure_group WHERE code > ${after} ORDER BY code LIMIT ${limit}`,
  );

/** What the newest announced version of each of these procedures asks for and gives. */
export async function askedAndGiven(
  queries: Queries,
  procedures: readonly string[],
): Promise<ReadonlyMap<string, AskedAndGiven>> {
  const rows = await queries.query<{ procedure: string; components: string[]; results: string[] }>(sql`
    SELECT DISTINCT ON (procedure) procedure,
      ARRAY(SELECT jsonb_path_query(definition, '$.variants[*].components[*].code') #>> '{}') AS components,
      ARRAY(SELECT jsonb_path_query(definition, '$.results[*].code') #>> '{}') AS results
    FROM procedure_version WHERE procedure = ANY (${procedures}) AND effective_from IS NOT NULL
    ORDER BY procedure, version DESC`);
  return new Map(
    rows.map(({ procedure, components, results }) => [
      procedure,
      { components: new Set(components), results: new Set(results) },
    ]),
  );
}
