import type { Queries } from './queries.js';
import { type Sql, sql } from './sql.js';

/**
 * What a column is: `key` names the row; `plain` is written whenever it changes; `fixed` is written with the new row, and
 * never after; `given` comes from the database (an identity, a default) and is only read.
 */
export type ColumnUse = 'key' | 'plain' | 'fixed' | 'given';

/** A row as it was (null: there was none) and as it is from now on. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row;
}

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const asJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/**
 * One table of a service and the class of its rows: columns, INSERT and UPDATE of one row or many are derived from one
 * list, in which the compiler misses no field. The types of the columns are the table's own (`jsonb_populate_recordset`).
 */
export class RowTable<Row extends object> {
  private readonly fields: readonly (keyof Row & string)[];

  constructor(
    private readonly name: string,
    private readonly uses: Readonly<Record<keyof Row & string, ColumnUse>>,
  ) {
    this.fields = Object.keys(uses) as (keyof Row & string)[];
  }

  /** `d.procedure_code AS "procedureCode", …` */
  columns(alias = this.name): Sql {
    return sql.raw(this.fields.map((field) => `${alias}.${columnOf(field)} AS "${field}"`).join(', '));
  }

  /** Adds rows, in one statement: may be followed by ON CONFLICT or RETURNING. */
  insert(rows: readonly Row[]): Sql {
    const written = this.fields.filter((field) => this.uses[field] !== 'given');
    const columns = written.map(columnOf).join(', ');
    return sql`INSERT INTO ${sql.raw(`${this.name} (${columns})`)} SELECT ${sql.raw(columns)} FROM ${this.given(rows, written)}`;
  }

  /**
   * Adds rows, or puts them in the place of those with their key: with `newer` only of such as are less in it. Of several
   * with one key the last counts. They are taken in the order of their keys, so that two transactions never wait for rows
   * of each other.
   */
  put(rows: readonly Row[], newer?: keyof Row & string): Sql {
    const keys = this.fields.filter((field) => this.uses[field] === 'key');
    const nameOf = (row: Row): string => JSON.stringify(keys.map((field) => row[field]));
    const last = new Map(
      [...rows.map((row) => [nameOf(row), row] as const)].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
    );
    const plain = this.fields.filter((field) => this.uses[field] === 'plain').map(columnOf);
    const older = newer && ` WHERE ${this.name}.${columnOf(newer)} < excluded.${columnOf(newer)}`;
    const then =
      plain.length === 0
        ? 'NOTHING'
        : `UPDATE SET ${plain.map((column) => `${column} = excluded.${column}`).join(', ')}${older ?? ''}`;
    const conflict = sql.raw(`(${keys.map(columnOf).join(', ')}) DO ${then}`);
    return sql`${this.insert([...last.values()])} ON CONFLICT ${conflict}`;
  }

  /** Writes what differs: a statement for each set of fields that changed together, so mostly one. */
  update(changes: readonly { readonly before: Row; readonly after: Row }[]): Sql[] {
    const keys = this.fields.filter((field) => this.uses[field] === 'key');
    const changing = this.fields.filter((field) => this.uses[field] === 'plain');
    const byFields = Map.groupBy(changes, ({ before, after }) =>
      changing.filter((field) => before[field] !== after[field]).join(','),
    );
    byFields.delete('');
    return [...byFields].map(([changed, alike]) => {
      const fields = changed.split(',') as (keyof Row & string)[];
      const set = fields.map((field) => `${columnOf(field)} = r.${columnOf(field)}`).join(', ');
      const where = keys.map((field) => `t.${columnOf(field)} = r.${columnOf(field)}`).join(' AND ');
      const rows = this.given(
        alike.map(({ after }) => after),
        [...keys, ...fields],
      );
      return sql`UPDATE ${sql.raw(`${this.name} AS t SET ${set}`)} FROM ${rows} WHERE ${sql.raw(where)}`;
    });
  }

  /** Adds the new rows and writes what changed of the others, in one wave. The rows that change must be locked. */
  async save(queries: Queries, changes: readonly RowChange<Row>[]): Promise<void> {
    const added = changes.flatMap(({ before, after }) => (before === null ? [after] : []));
    const changed = changes.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }]));
    const statements = [...(added.length > 0 ? [this.insert(added)] : []), ...this.update(changed)];
    await Promise.all(statements.map((statement) => queries.query(statement)));
  }

  private given(rows: readonly Row[], fields: readonly (keyof Row & string)[]): Sql {
    const plain = rows.map((row) =>
      Object.fromEntries(fields.map((field) => [columnOf(field), asJson(row[field])] as const)),
    );
    return sql`jsonb_populate_recordset(${sql.raw(`NULL::${this.name}`)}, ${JSON.stringify(plain)}::jsonb) AS r`;
  }
}

/** `rowTable<DossierRow>('dossier', { id: 'key', version: 'plain', createdAt: 'fixed', … })`: every field, and no other. */
export const rowTable = <Row extends object>(
  name: string,
  uses: Readonly<Record<keyof Row & string, ColumnUse>>,
): RowTable<Row> => new RowTable(name, uses);
