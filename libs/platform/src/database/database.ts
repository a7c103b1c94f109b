import pg, { type Pool, type PoolClient } from 'pg';
import { tracedQuery } from '../observability/traced-query.js';
import { Tracing } from '../observability/tracing.js';
import type { Queries } from './queries.js';
import { type Sql, sql } from './sql.js';
import { assertNoSecondConnection } from './one-connection.js';
import { prepared, textOf } from './sql-values.js';

export interface DatabaseOptions {
  /** Connection of the service's own role. */
  readonly url: string;
  readonly schema: string;
  readonly poolSize: number;
  /** False: a transaction may ask for a second connection, at its peril. */
  readonly guarded?: boolean;
  /** Sees every statement. */
  readonly tracing?: Tracing;
}

// A transaction that hangs would hold locks of a dossier: the server ends it. A statement of ours is over before one
// could be compiled for it.
const SETTINGS = '-c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c jit=off';
/**
 * An index scan follows it in its order and stops after a page, whatever the planner thinks of how much there is; so its one
 * plan fits all values, and is made once a connection.
 */
export const INDEX_SCAN_SETTINGS =
  '-c plan_cache_mode=force_generic_plan -c enable_sort=off -c enable_bitmapscan=off -c enable_seqscan=off -c default_transaction_read_only=on';
const IDLE_SCANNER_MS = 60_000;
// The server ends a statement after 30 s. A server that is silent for longer is gone: the connection is given up, and with
// it all that was sent on it.
const LIMITS = {
  pipeline: true,
  connectionTimeoutMillis: 10_000,
  query_timeout: 35_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
};

/** A service's own schema, through its own role. */
export class Database implements Queries {
  readonly tracing: Tracing;
  readonly pool: Pool;
  private scanners: Pool | undefined;

  constructor(private readonly options: DatabaseOptions) {
    this.tracing = options.tracing ?? Tracing.OFF;
    this.pool = this.poolOf(options.poolSize, `motcua-${options.schema}`, SETTINGS, {});
  }

  /** @throws what keeps it from the database */
  async connect(): Promise<void> {
    (await this.pool.connect()).release();
  }

  async close(): Promise<void> {
    await this.scanners?.end();
    if (!this.pool.ended) await this.pool.end();
  }

  /** Whether it answers. @throws what keeps it from it */
  async ping(): Promise<void> {
    await this.query(sql`SELECT 1`);
  }

  /** A connection of the pool, for a transaction. Whoever takes it releases it. */
  async connection(): Promise<PoolClient> {
    this.assertFirstConnection();
    return this.pool.connect();
  }

  /** One statement outside a transaction. */
  async query<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    this.assertFirstConnection();
    return tracedQuery(
      this.tracing,
      textOf(statement),
      async () => (await this.pool.query(prepared(statement, values))).rows as Row[],
    );
  }

  /**
   * One statement outside a transaction, planned anew for its very values: for lists, whose best plan depends on who asks
   * for what. A plan that fits every value would sort all of a large agency's rows to show one page.
   */
  async search<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    this.assertFirstConnection();
    const { name: _, ...once } = prepared(statement, values);
    return tracedQuery(this.tracing, textOf(statement), async () => (await this.pool.query(once)).rows as Row[]);
  }

  /**
   * One statement that reads a page along an index made for it (keys, then the page's order): never by a sort or a scan. A
   * few connections of their own serve them, beside the pool; a service that scans none has none.
   */
  async scanIndex<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    return tracedQuery(
      this.tracing,
      textOf(statement),
      async () => (await this.scannerPool().query(prepared(statement, values))).rows as Row[],
    );
  }

  /**
   * Who holds a connection and waits for another one of the same pool stops everybody, with as many others as the pool is
   * large: each waits for what the others hold. One alone would pass, so it is found here, in development and in specs.
   */
  private assertFirstConnection(): void {
    if (this.options.guarded ?? true) assertNoSecondConnection(this);
  }

  private scannerPool(): Pool {
    const { schema, poolSize } = this.options;
    return (this.scanners ??= this.poolOf(
      Math.ceil(poolSize / 3),
      `motcua-${schema}-scans`,
      `${SETTINGS} ${INDEX_SCAN_SETTINGS}`,
      { idleTimeoutMillis: IDLE_SCANNER_MS },
    ));
  }

  private poolOf(max: number, name: string, settings: string, more: pg.PoolConfig): Pool {
    const { url, schema } = this.options;
    const pool = new pg.Pool({
      connectionString: url,
      max,
      options: `-c search_path=${schema} ${settings}`,
      application_name: name,
      ...LIMITS,
      ...more,
    });
    // A connection that the server closes is no reason to end the process, idle or not: whoever waits for it is told, and
    // the next query gets another one.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }
}
