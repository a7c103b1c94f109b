import type { FieldRecord } from '@motcua/catalogue-domain';
import { folded } from '@motcua/kernel';
import { type Queries, type RowChange, rowTable, sql } from '@motcua/platform';

interface FieldRow extends FieldRecord {
  readonly nameFolded: string;
}

const FIELDS = rowTable<FieldRecord>('field', { code: 'key', name: 'plain', revision: 'plain' });
const FIELD_ROWS = rowTable<FieldRow>('field', { code: 'key', name: 'plain', revision: 'plain', nameFolded: 'plain' });

const rowOf = (field: FieldRecord): FieldRow => ({ ...field, nameFolded: folded(field.name) });

export const saveFields = (queries: Queries, changes: readonly RowChange<FieldRecord>[]): Promise<void> =>
  FIELD_ROWS.save(
    queries,
    changes.map(({ before, after }) => ({ before: before && rowOf(before), after: rowOf(after) })),
  );

export const findFields = (queries: Queries, codes: readonly string[]): Promise<FieldRecord[]> =>
  queries.query(sql`SELECT ${FIELDS.columns()} FROM field WHERE code = ANY (${codes})`);

/** All that have one of these codes or names, with or without diacritics. */
export const findNamedFields = (
  queries: Queries,
  codes: readonly string[],
  names: readonly string[],
): Promise<FieldRecord[]> =>
  queries.query(
    sql`SELECT ${FIELDS.columns()} FROM field WHERE code = ANY (${codes}) OR name_folded = ANY (${names.map(folded)}) ORDER BY code`,
  );

/** In order of their codes, after one. */
export const listFields = (queries: Queries, after: string, limit: number): Promise<FieldRecord[]> =>
  queries.query(sql`SELECT ${FIELDS.columns()} FROM field WHERE code > ${after} ORDER BY code LIMIT ${limit}`);

export const fieldNames = (queries: Queries): Promise<Pick<FieldRecord, 'code' | 'name'>[]> =>
  queries.query(sql`SELECT code, name FROM field ORDER BY code`);
