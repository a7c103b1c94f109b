import pg from 'pg';
import type { HistoryLine } from '../database/history.js';
import { prepared } from '../database/sql-values.js';
import { HistoryUnreadable } from './history-unreadable.js';

export interface HistoryPlace {
  /** Name of the service and of its schema. */
  readonly service: string;
  /** A connection that may read the schema. */
  readonly url: string;
}

/** Rows that are read at a time. */
export const PAGE = 2_000;
const READY = `SELECT to_regclass($1 || '.history_witness') IS NOT NULL AS ready`;
const LINES = `
  DECLARE lines NO SCROLL CURSOR FOR SELECT aggregate, n, at, actor, action, detail, previous, hash FROM history ORDER BY aggregate, n`;
const NEXT_LINES = `FETCH ${PAGE} FROM lines`;

/** One schema at one moment. */
export class SchemaSnapshot {
  private constructor(
    readonly service: string,
    private readonly client: pg.Client,
  ) {}

  static async of({ service, url }: HistoryPlace): Promise<SchemaSnapshot> {
    const client = new pg.Client({ connectionString: url, application_name: 'motcua-verify-history' });
    client.on('error', () => undefined);
    await client.connect();
    const snapshot = new SchemaSnapshot(service, client);
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
