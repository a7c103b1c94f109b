import pg from 'pg';
import type { HistoryLine } from '../database/history.js';
import { prepared } from '../database/sql-values.js';
import type { HistoryItem } from './history-item.js';
import type { Witness } from './witness.js';

export interface HistoryPlace {
  /** Name of the service and of its schema. */
  readonly service: string;
  /** A connection that may read the schema. */
  readonly url: string;
}

/** The schema is not there, or older than this program. */
export class HistoryUnreadable extends Error {
  override readonly name = 'HistoryUnreadable';
}

const PAGE = 2_000;
const READY = `SELECT to_regclass($1 || '.history_witness') IS NOT NULL AS ready`;
const LINES = `
  DECLARE lines NO SCROLL CURSOR FOR SELECT aggregate, n, at, actor, action, detail, previous, hash FROM history ORDER BY aggregate, n`;
const NEXT_LINES = `FETCH ${PAGE} FROM lines`;
const HEARD = `
  SELECT source, aggregate, n, hash, seal FROM history_witness WHERE source = $1 AND aggregate = ANY ($2)`;
const ALL_HEARD = `
  SELECT source, aggregate, n, hash, seal FROM history_witness
  WHERE source = $1 AND ($2::text IS NULL OR aggregate > $2) ORDER BY aggregate LIMIT ${PAGE}`;
const GONE = `
  SELECT a AS aggregate FROM unnest($1::text[]) AS a WHERE NOT EXISTS (SELECT FROM history h WHERE h.aggregate = a)`;

/** One schema at one moment. */
class Snapshot {
  private constructor(
    readonly service: string,
    private readonly client: pg.Client,
  ) {}

  static async of({ service, url }: HistoryPlace): Promise<Snapshot> {
    const client = new pg.Client({ connectionString: url, application_name: 'motcua-verify-history' });
    client.on('error', () => undefined);
    await client.connect();
    const snapshot = new Snapshot(service, client);
    await client.query(`SET search_path = ${client.escapeIdentifier(service)}`);
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [row] = await snapshot.query<{ ready: boolean }>(READY, [client.escapeIdentifier(service)]);
    if (row?.ready) return snapshot;
    await client.end();
    throw new HistoryUnreadable(
      `The schema ${service} is not there, or older than this program: start or migrate it first.`,
    );
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(prepared(sql, values))).rows as Row[];
  }

  async *lines(): AsyncGenerator<HistoryLine[]> {
    await this.client.query(LINES);
    for (;;) {
      const page = await this.query<HistoryLine>(NEXT_LINES);
      if (page.length === 0) return;
      yield page;
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

async function* heardOf(
  service: string,
  aggregates: readonly string[],
  receivers: readonly Snapshot[],
): AsyncGenerator<HistoryItem> {
  for (const receiver of receivers)
    for (const witness of await receiver.query<Witness>(HEARD, [service, aggregates]))
      yield { is: 'witness', service, receiver: receiver.service, witness };
}

/** What was heard of the histories on a page, by their names. */
async function witnessesOf(
  service: string,
  aggregates: readonly string[],
  receivers: readonly Snapshot[],
): Promise<Map<string, HistoryItem[]>> {
  const found = new Map<string, HistoryItem[]>();
  for await (const item of heardOf(service, aggregates, receivers)) {
    const { aggregate } = (item as Extract<HistoryItem, { is: 'witness' }>).witness;
    found.set(aggregate, [...(found.get(aggregate) ?? []), item]);
  }
  return found;
}

async function* kept(own: Snapshot, receivers: readonly Snapshot[]): AsyncGenerator<HistoryItem> {
  let last: string | undefined;
  for await (const page of own.lines()) {
    const fresh = [...new Set(page.map(({ aggregate }) => aggregate))].filter((aggregate) => aggregate !== last);
    const heard =
      fresh.length === 0 ? new Map<string, HistoryItem[]>() : await witnessesOf(own.service, fresh, receivers);
    for (const line of page) {
      if (line.aggregate !== last) yield* heard.get(line.aggregate) ?? [];
      last = line.aggregate;
      yield { is: 'line', service: own.service, line };
    }
  }
}

/** Histories of which others have heard, and of which nothing is left. */
async function* vanished(own: Snapshot, receivers: readonly Snapshot[]): AsyncGenerator<HistoryItem> {
  for (const receiver of receivers) {
    let after: string | null = null;
    for (;;) {
      const page: Witness[] = await receiver.query<Witness>(ALL_HEARD, [own.service, after]);
      if (page.length === 0) break;
      const gone = await own.query<{ aggregate: string }>(GONE, [page.map(({ aggregate }) => aggregate)]);
      const names = new Set(gone.map(({ aggregate }) => aggregate));
      for (const witness of page)
        if (names.has(witness.aggregate))
          yield { is: 'witness', service: own.service, receiver: receiver.service, witness };
      after = page.at(-1)!.aggregate;
    }
  }
}

/**
 * Reads all histories of these services with what the others have heard of them, page by page, while the system runs:
 * what was heard is read as of a moment before the histories are. @throws HistoryUnreadable
 */
export async function* readHistories(places: readonly HistoryPlace[]): AsyncGenerator<HistoryItem> {
  const open: Snapshot[] = [];
  try {
    for (const place of places) open.push(await Snapshot.of(place));
    const receivers = [...open];
    for (const place of places) {
      const own = await Snapshot.of(place);
      open.push(own);
      const others = receivers.filter(({ service }) => service !== place.service);
      yield* kept(own, others);
      yield* vanished(own, others);
    }
  } finally {
    for (const snapshot of open) await snapshot.close();
  }
}
