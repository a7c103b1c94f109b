import type { RowChange } from '@motcua/platform';

interface Identified {
  readonly id: string;
}

/** Each row of `after` with what it was before: rows are added and changed, and never taken away. */
export function rowChanges<Row extends Identified>(before: readonly Row[], after: readonly Row[]): RowChange<Row>[] {
  if (before === after) return [];
  const known = new Map(before.map((row) => [row.id, row]));
  return after
    .map((row) => ({ before: known.get(row.id) ?? null, after: row }))
    .filter((change) => change.before !== change.after);
}

/** The rows with one of them replaced, or added. */
export const withRow = <Row extends Identified>(rows: readonly Row[], row: Row): readonly Row[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
