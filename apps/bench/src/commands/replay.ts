import type { Client } from 'pg';
import type { SentStatement } from './record-statements.js';
import type { RecordedTransaction } from './recorded-transactions.js';

/** A transaction as `pgbench` executes it for one target after the other. */
export interface Replay {
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Texts that stand for one target in what a command executes, in the same order for each. */
export type Names = readonly string[];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const LENGTH = 12;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the n-th target has in the place of an id, or of a number, that the command made: in order, as ours are. */
const madeAnew = (recorded: string, n: number): string =>
  recorded.match(UUID) ? recorded.slice(0, -LENGTH) + String(n).padStart(LENGTH, '0') : `${recorded}-${n}`;

/**
 * Prepares the replay of a recorded transaction: a table that holds for each target what takes the places of the recorded
 * one's names, and of the ids that the command made.
 * @param table name of that table, in the schema `bench`
 * @param targets the first is the one that was recorded
 * @param numbers what else the command makes that is there once only
 */
export async function prepareReplay(
  admin: Client,
  table: string,
  recorded: RecordedTransaction,
  { targets, numbers }: { readonly targets: readonly Names[]; readonly numbers: RegExp | undefined },
): Promise<Replay> {
  const [own = []] = targets;
  const texts = recorded.flat().flatMap(({ values }) => values.filter((value) => value !== null));
  const made = [
    ...new Set(texts.flatMap((text) => [...(text.match(UUID) ?? []), ...((numbers && text.match(numbers)) ?? [])])),
  ].filter((id) => !own.includes(id));
  const marks = [...own, ...made];
  const columns = marks.map((_, index) => `c${index}`);
  await admin.query(`CREATE SCHEMA IF NOT EXISTS bench; DROP TABLE IF EXISTS bench.${table};
    CREATE TABLE bench.${table} (n int PRIMARY KEY${columns.map((column) => `, ${column} text NOT NULL`).join('')})`);
  const rows = targets.map((names, n) => [n, ...names, ...made.map((id) => madeAnew(id, n))]);
  const types = ['int', ...columns.map(() => 'text')];
  await admin.query(
    `INSERT INTO bench.${table} SELECT * FROM unnest(${types.map((type, place) => `$${place + 1}::${type}[]`).join(', ')})`,
    types.map((_, place) => rows.map((row) => row[place])),
  );
  await admin.query(`ANALYZE bench.${table}`);
  const variables: Record<string, string> = {};
  const lines: string[] = [];
  for (const [place, wave] of recorded.entries()) {
    lines.push('\\startpipeline', ...(place === 0 ? ['BEGIN;'] : []));
    for (const sent of wave) lines.push(await statementOf(admin, table, sent, marks, variables));
    lines.push(...(place === recorded.length - 1 ? ['COMMIT;'] : []), '\\endpipeline');
  }
  const script = ['\\set n :first + :client_id * :each + :done', '\\set done :done + 1', ...lines, ''].join('\n');
  return { script, variables };
}

/** One statement, its values as variables, in which the target's names take the places of the recorded one's. */
async function statementOf(
  admin: Client,
  table: string,
  { text, values }: SentStatement,
  marks: Names,
  variables: Record<string, string>,
): Promise<string> {
  const types = await parameterTypes(admin, text);
  const written = values.map((value, index) => {
    const type = types[index] ?? 'text';
    if (value === null) return `NULL::${type}`;
    const name = `v${Object.keys(variables).length}`;
    variables[name] = value;
    const used = marks.flatMap((mark, at) => (value.includes(mark) ? [[mark, `t.c${at}`] as const] : []));
    if (used.length === 0) return `(:${name}::text)::${type}`;
    const replaced = used.reduce(
      (inner, [mark, column]) => `replace(${inner}, ${quoted(mark)}, ${column})`,
      `:${name}::text`,
    );
    // Cast outside: ANY of a bare query would compare with its rows.
    return `(SELECT ${replaced} FROM bench.${table} t WHERE t.n = :n::int)::${type}`;
  });
  // A colon before a letter would be a variable of pgbench.
  const plain = text.replaceAll(/(?<!:):(?=[A-Za-z_])/g, `:'||'`);
  return `${plain.replaceAll(/\$(\d+)/g, (_, number) => written[Number(number) - 1] ?? 'NULL')};`;
}

async function parameterTypes(admin: Client, text: string): Promise<string[]> {
  await admin.query(`PREPARE asked AS ${text}`);
  const { rows } = await admin.query<{ types: string }>(
    `SELECT array_to_json(parameter_types::text[])::text AS types FROM pg_prepared_statements WHERE name = 'asked'`,
  );
  await admin.query('DEALLOCATE asked');
  return JSON.parse(rows[0]?.types ?? '[]') as string[];
}
