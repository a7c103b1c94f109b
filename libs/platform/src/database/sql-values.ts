import { createHash } from 'node:crypto';
import pg, { type QueryConfig } from 'pg';
import { Sql } from './sql.js';

const { builtins, getTypeParser } = pg.types;

/** How rows of our own statements are read. TypeORM's own reads keep the driver's defaults. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [builtins.INT8, Number],
  [builtins.DATE, (text) => text],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? (getTypeParser(oid, format) as (text: string) => unknown),
};

function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

const names = new Map<string, string>();
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash('sha256').update(sql).digest('base64url').slice(0, 24)));
  return name;
}

/** A prepared statement with typed rows. SQL texts must come from a bounded set: each is prepared once a connection. */
export function prepared(statement: Sql | string, values: readonly unknown[] = []): QueryConfig {
  const [text, given] = statement instanceof Sql ? [statement.text, statement.values] : [statement, values];
  return { name: nameOf(text), text, values: given.map(toParameter), types };
}

/** The text of a statement, as it is traced. */
export const textOf = (statement: Sql | string): string => (statement instanceof Sql ? statement.text : statement);
