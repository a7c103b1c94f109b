import { type Queries, sql } from '@motcua/platform';

/** Rows that are only ever added to a case, and numbered through it: the place of each among those that are added now. */
interface NumberedRow {
  readonly dossier_id: string;
  readonly n: number;
}

/** Numbers the rows of each case from 1, in their order. */
export function numbered<Row extends { readonly dossier_id: string }>(rows: readonly Row[]): (Row & NumberedRow)[] {
  const last = new Map<string, number>();
  return rows.map((row) => {
    const n = (last.get(row.dossier_id) ?? 0) + 1;
    last.set(row.dossier_id, n);
    return { ...row, n };
  });
}

/** Adds rows behind those that each case has already; their cases are locked. */
export async function addNumbered(queries: Queries, table: string, rows: readonly NumberedRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first).filter((field) => field !== 'n');
  const columns = sql.raw(fields.join(', '));
  await queries.query(sql`
    INSERT INTO ${sql.raw(table)} (n, ${columns})
    SELECT r.n + coalesce((SELECT max(n) FROM ${sql.raw(table)} old WHERE old.dossier_id = r.dossier_id), 0), ${columns}
    FROM jsonb_populate_recordset(NULL::${sql.raw(table)}, ${JSON.stringify(rows)}::jsonb) AS r`);
}
