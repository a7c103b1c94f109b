import { foldedTerm, type SynonymRecord } from '@motcua/catalogue-domain';
import { type Queries, type RowChange, rowTable, sql } from '@motcua/platform';

interface SynonymRow extends SynonymRecord {
  readonly saidFolded: readonly string[];
}

const SYNONYMS = rowTable<SynonymRecord>('synonym', { code: 'key', said: 'plain', meant: 'plain', revision: 'plain' });
const SYNONYM_ROWS = rowTable<SynonymRow>('synonym', {
  code: 'key',
  said: 'plain',
  meant: 'plain',
  revision: 'plain',
  saidFolded: 'plain',
});

const rowOf = (synonym: SynonymRecord): SynonymRow => ({ ...synonym, saidFolded: synonym.said.map(foldedTerm) });

export const saveSynonyms = (queries: Queries, changes: readonly RowChange<SynonymRecord>[]): Promise<void> =>
  SYNONYM_ROWS.save(
    queries,
    changes.map(({ before, after }) => ({ before: before && rowOf(before), after: rowOf(after) })),
  );

export const findSynonyms = (queries: Queries, codes: readonly string[]): Promise<SynonymRecord[]> =>
  queries.query(sql`SELECT ${SYNONYMS.columns()} FROM synonym WHERE code = ANY (${codes})`);

/** In order of their codes, after one. */
export const listSynonyms = (queries: Queries, after: string, limit: number): Promise<SynonymRecord[]> =>
  queries.query(sql`SELECT ${SYNONYMS.columns()} FROM synonym WHERE code > ${after} ORDER BY code LIMIT ${limit}`);
