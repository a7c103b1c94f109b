import type { KnownCodes, PolicyRecord, PolicyScope } from '@motcua/catalogue-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

export const POLICIES = rowTable<PolicyRecord>('policy', {
  code: 'key',
  kind: 'plain',
  name: 'plain',
  basisPoints: 'plain',
  legalBasis: 'plain',
  validFrom: 'plain',
  validTo: 'plain',
  scope: 'plain',
  beneficiary: 'plain',
  revision: 'plain',
});

export const findPolicies = (queries: Queries, codes: readonly string[]): Promise<PolicyRecord[]> =>
  queries.query(sql`SELECT ${POLICIES.columns()} FROM policy WHERE code = ANY (${codes})`);

/** In order of their codes, after one. */
export const listPolicies = (queries: Queries, after: string, limit: number): Promise<PolicyRecord[]> =>
  queries.query(sql`SELECT ${POLICIES.columns()} FROM policy WHERE code > ${after} ORDER BY code LIMIT ${limit}`);

/** Which of the codes that scopes name the catalogue has. */
export async function knownCodes(queries: Queries, scopes: readonly PolicyScope[]): Promise<KnownCodes> {
  const all = (list: 'fields' | 'procedures' | 'agencies'): string[] => scopes.flatMap((scope) => scope[list] ?? []);
  const [known] = await queries.query<Record<'fields' | 'procedures' | 'agencies', string[]>>(sql`
    SELECT ARRAY(SELECT code FROM field WHERE code = ANY (${all('fields')})) AS fields,
      ARRAY(SELECT code FROM procedure WHERE code = ANY (${all('procedures')})) AS procedures,
      ARRAY(SELECT code FROM agency WHERE code = ANY (${all('agencies')})) AS agencies`);
  return {
    fields: new Set(known?.fields),
    procedures: new Set(known?.procedures),
    agencies: new Set(known?.agencies),
  };
}
