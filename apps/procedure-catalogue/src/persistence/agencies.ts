import type { AgencyRecord } from '@motcua/catalogue-domain';
import { currentIdentifier, distinctWords, folded } from '@motcua/kernel';
import { type ColumnUse, type Queries, type RowChange, rowTable, type Sql, sql } from '@motcua/platform';
import { wordVector } from './word-vector.js';

interface AgencyRow extends AgencyRecord {
  readonly nameFolded: string;
  readonly words: string;
}

const USES: Readonly<Record<keyof AgencyRecord, ColumnUse>> = {
  code: 'key',
  legacyCode: 'plain',
  name: 'plain',
  level: 'plain',
  kind: 'plain',
  parent: 'plain',
  ancestors: 'plain',
  calendar: 'plain',
  address: 'plain',
  phone: 'plain',
  active: 'plain',
  successors: 'plain',
  revision: 'plain',
};

export const AGENCIES = rowTable<AgencyRecord>('agency', USES);
const AGENCY_ROWS = rowTable<AgencyRow>('agency', { ...USES, nameFolded: 'plain', words: 'plain' });

const rowOf = (agency: AgencyRecord): AgencyRow => ({
  ...agency,
  nameFolded: folded(agency.name),
  words: wordVector(distinctWords(folded(`${agency.code} ${agency.name}`))),
});

export const saveAgencies = (queries: Queries, changes: readonly RowChange<AgencyRecord>[]): Promise<void> =>
  AGENCY_ROWS.save(
    queries,
    changes.map(({ before, after }) => ({ before: before && rowOf(before), after: rowOf(after) })),
  );

/** The tree is one: two moves at once could make a circle that neither of them sees. */
export async function lockAgencyTree(queries: Queries): Promise<void> {
  await queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('catalogue.agency-tree', 0))`);
}

/** By identifier in its current or its legacy form (R2); the current form goes first. */
export async function findAgency(queries: Queries, identifier: string): Promise<AgencyRecord | undefined> {
  const [agency] = await queries.query<AgencyRecord>(sql`
    SELECT ${AGENCIES.columns()} FROM agency
    WHERE code = ${currentIdentifier(identifier)} OR legacy_code = ${identifier}
    ORDER BY legacy_code = ${identifier} LIMIT 1`);
  return agency;
}

/** All that have one of these identifiers, in either form, or one of these names, with or without diacritics. */
export const findNamedAgencies = (
  queries: Queries,
  identifiers: readonly string[],
  names: readonly string[],
): Promise<AgencyRecord[]> =>
  queries.query(sql`
    SELECT ${AGENCIES.columns()} FROM agency
    WHERE code = ANY (${identifiers.map(currentIdentifier)}) OR legacy_code = ANY (${identifiers}) OR name_folded = ANY (${names.map(folded)})`);

/** All below an agency, parents before children. */
export const agenciesBelow = (queries: Queries, code: string): Promise<AgencyRecord[]> =>
  queries.query(sql`
    SELECT ${AGENCIES.columns()} FROM agency WHERE ancestors @> ARRAY[${code}] AND code <> ${code}
    ORDER BY cardinality(ancestors), code`);

/** Identifiers and names of all that are not closed. */
export const agencyNames = (queries: Queries): Promise<Pick<AgencyRecord, 'code' | 'legacyCode' | 'name'>[]> =>
  queries.query(sql`SELECT code, legacy_code AS "legacyCode", name FROM agency WHERE active ORDER BY code`);

/** Each agency that has successors, with them; and these, with theirs: by code. */
export async function successionOf(
  queries: Queries,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await queries.query<Pick<AgencyRecord, 'code' | 'successors'>>(
    sql`SELECT code, successors FROM agency WHERE successors <> '{}' OR code = ANY (${codes})`,
  );
  return new Map(rows.map(({ code, successors }) => [code, successors]));
}

/** An agency, and all whose place it took, at first or second hand. */
export const itAndPredecessors = (code: Sql): Sql => sql`ARRAY(
  WITH RECURSIVE earlier AS (SELECT ${code} COLLATE "C" AS code UNION SELECT a.code FROM agency a JOIN earlier e ON a.successors @> ARRAY[e.code])
  SELECT code FROM earlier)`;
