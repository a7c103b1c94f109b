import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES } from '@motcua/local-system';
import pg from 'pg';
import { Secrets } from '@motcua/development-issuer';
import { eventually } from '@motcua/testing';

const SCHEMAS = SERVICES.map(({ name }) => name);

/** Tables that tell how the work was done, not what came of it. */
const HOW = new Set(['relay_lease', 'inbox_attempt', 'journal_attempt', 'migrations']);

/** Columns that tell how often something had to be tried, or what was drawn by lot. */
const BY_CHANCE = new Set([
  ...['attempts', 'headers', 'wrapped_key', 'sealed', 'previous', 'hash', 'correlationid'],
  'lookup_code',
]);

/**
 * A number that a rolled-back transaction took is never given again; mail that was in hand at a death is tried again; the
 * portal answers a success with `0` or `00`, as it likes; that an applicant is known counts as news of a dossier, unless it
 * came first.
 */
const BY_CHANCE_HERE: Readonly<Record<string, readonly string[]>> = {
  outbox: ['id'],
  delivery: ['version'],
  dossier: ['revision', 'settled_revision'],
  journal: ['n', 'version', 'answer_code'],
  // The provider of receipts draws its own look-up code.
  receipt_registration: ['code'],
  // Papers that were away while the system came back were asked for again.
  received_dossier: ['version'],
  received_request: ['version'],
};

/**
 * A record goes to the portal as it stands when the sender comes to it, so how many of them are sent depends on speed; that
 * the last one arrived is in the portal's dossiers. Lines of progress are owed one by one.
 */
const isOwed = (table: string, row: Record<string, unknown>): boolean =>
  table === 'journal'
    ? row['kind'] === 'progress'
    : // Papers that were away while the system came back were asked for again.
      table !== 'history' || row['action'] !== 'postponed';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\d\d giờ \d\d phút, ngày \d\d tháng \d{1,2} năm \d{4}/g, '<moment>'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)/g, '<time>'],
  [/\b[0-9a-f]{64}\b/g, '<sha256>'],
  [/\bGD\d{20}\b/g, '<transaction>'],
  [/\b20\d{12}\b/g, '<platform time>'],
  [/"[A-Za-z0-9+/]{40,}={0,2}"/g, '"<sealed>"'],
  // A PDF is as long as its look-up code and its QR code make it.
  [/("name":"[^"]+\.pdf","size":)\d+/g, '$1<size>'],
  // Payment and the case are told of on topics of their own: who holds a dossier when its receipt is mailed depends on speed.
  [/("kind":"payment\.[^"]+".*?"officerName":)(null|"[^"]*")/g, '$1<who held it>'],
  // A payer who has to click again takes the next key, and moves those of all that follows.
  [/\bstory-\d+\b/g, 'story-<n>'],
  [/(localhost|127\.0\.0\.1):\d+/g, '<host>'],
];

function normal(table: string, row: Record<string, unknown>): string {
  const isByChance = (column: string): boolean =>
    BY_CHANCE.has(column) ||
    (BY_CHANCE_HERE[table] ?? []).includes(column) ||
    (table === 'history' && column === 'n' && String(row['aggregate']).startsWith('received'));
  const kept = Object.entries(row).filter(([column]) => !isByChance(column));
  const text = JSON.stringify(Object.fromEntries(kept), (_, value: unknown) =>
    value !== null && typeof value === 'object' && 'type' in value && value.type === 'Buffer' ? '<bytes>' : value,
  );
  return PATTERNS.reduce((all, [pattern, name]) => all.replaceAll(pattern, name), text);
}

/** Whether every event was published, delivered and applied, and what follows by itself (sums, the portal's records) is done. */
const IS_AT_REST = `SELECT NOT (${[
  ...SCHEMAS.map((schema) => `EXISTS (SELECT FROM ${schema}.outbox WHERE published_at IS NULL)`),
  ...SCHEMAS.map((schema) => `EXISTS (SELECT FROM ${schema}.inbox_parked)`),
  `EXISTS (SELECT FROM transport.consumer_position p JOIN transport.topic t ON t.name = p.topic WHERE p.next_offset < t.next_offset)`,
  `EXISTS (SELECT FROM reporting.figure_change)`,
  `EXISTS (SELECT FROM portal.journal WHERE state = 'waiting')`,
  `EXISTS (SELECT FROM portal.dossier WHERE settled_revision < revision)`,
  `EXISTS (SELECT FROM portal.catalogue_fetch WHERE state = 'running')`,
  `EXISTS (SELECT FROM payment.receipt WHERE file IS NULL AND file_at IS NOT NULL)`,
  `EXISTS (SELECT FROM payment.receipt_registration WHERE state = 'waiting')`,
].join(' OR ')}) AS yes`;

async function connect(folder: string): Promise<pg.Client> {
  const secrets = await Secrets.of(folder);
  const [, , , port] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const client = new pg.Client({
    connectionString: `postgres://motcua_admin:${secrets.of('postgres superuser')}@127.0.0.1:${port}/motcua`,
  });
  await client.connect();
  return client;
}

/** An edition of a paper that another took the place of may have been printed before that, or never: it depends on speed. */
function withoutSupersededPrints(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const keyOf = ({ about, form, n }: Record<string, unknown>): string => JSON.stringify([about, form, n]);
  const newest = new Map<string, number>();
  for (const row of rows) newest.set(keyOf(row), Math.max(newest.get(keyOf(row)) ?? 0, Number(row['edition'])));
  return rows.map((row) => (newest.get(keyOf(row)) === row['edition'] ? row : { ...row, pdf: 'superseded' }));
}

/** Every row of every service, without ids, times and hashes: two runs of one story give the same. */
export async function snapshotOf(folder: string): Promise<Record<string, readonly string[]>> {
  const client = await connect(folder);
  try {
    await eventually(async () => (await client.query<{ yes: boolean }>(IS_AT_REST)).rows[0]?.yes, 60);
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1, 2`,
      [SCHEMAS],
    );
    const snapshot: Record<string, readonly string[]> = {};
    for (const { schema, name } of tables.filter((table) => !HOW.has(table.name))) {
      const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM "${schema}"."${name}"`);
      snapshot[`${schema}.${name}`] = (name === 'issued_paper' ? withoutSupersededPrints(rows) : rows)
        .filter((row) => isOwed(name, row))
        .map((row) => normal(name, row))
        .sort();
    }
    return snapshot;
  } finally {
    await client.end();
  }
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** The rows by which two snapshots differ: `-` only in the first, `+` only in the second. */
export const differences = (
  first: Readonly<Record<string, readonly string[]>>,
  second: Readonly<Record<string, readonly string[]>>,
): string[] =>
  [...new Set([...Object.keys(first), ...Object.keys(second)])].flatMap((table) => {
    const [one, other] = [first[table] ?? [], second[table] ?? []];
    return [
      ...without(one, other).map((row) => `- ${table} ${row}`),
      ...without(other, one).map((row) => `+ ${table} ${row}`),
    ];
  });
