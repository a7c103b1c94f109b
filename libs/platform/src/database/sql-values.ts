import { createHash } from 'node:crypto';
import pg, { type QueryConfig } from 'pg';

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

const toParameter = (value: unknown): unknown => {
  if (value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
};

const names = new Map<string, string>();
const nameOf = (sql: string): string => {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash('sha256').update(sql).digest('base64url').slice(0, 24)));
  return name;
};

/** A prepared statement with typed rows. SQL texts must come from a bounded set: each is prepared once a connection. */
export const prepared = (sql: string, values: readonly unknown[] = []): QueryConfig => ({
  name: nameOf(sql),
  text: sql,
  values: values.map(toParameter),
  types: types,
});
