import pg, { type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { tracedQuery } from '../observability/traced-query.js';
import { Tracing } from '../observability/tracing.js';
import type { Queries } from './queries.js';
import type { Sql } from './sql.js';
import { prepared, textOf } from './sql-values.js';

export interface DatabaseOptions {
  /** Connection of the service's own role. */
  readonly url: string;
  readonly schema: string;
  readonly poolSize: number;
  /** Sees every statement. */
  readonly tracing?: Tracing;
}

// A transaction that hangs would hold locks of a dossier: the server ends it. A statement of ours is over before one
// could be compiled for it.
const SETTINGS = '-c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c jit=off';
/**
 * A walk follows an index in its order and stops after a page, whatever the planner thinks of how much there is; so its one
 * plan fits all values, and is made once a connection.
 */
export const WALK_SETTINGS =
  '-c plan_cache_mode=force_generic_plan -c enable_sort=off -c enable_bitmapscan=off -c enable_seqscan=off -c default_transaction_read_only=on';
const IDLE_WALKER_MS = 60_000;

/** A service's own schema, through its own role. TypeORM and our prepared statements share one pool. */
export class Database implements Queries {
  readonly dataSource: DataSource;
  readonly tracing: Tracing;
  private walkers: Pool | undefined;

  constructor(private readonly options: DatabaseOptions) {
    this.tracing = options.tracing ?? Tracing.OFF;
    this.dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      schema: options.schema,
      poolSize: options.poolSize,
      synchronize: false,
      logging: false,
      extra: {
        options: `-c search_path=${options.schema} ${SETTINGS}`,
        application_name: `motcua-${options.schema}`,
        connectionTimeoutMillis: 10_000,
      },
    });
  }

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async connect(): Promise<void> {
    await this.dataSource.initialize();
    // An idle connection that the server closes is no reason to end the process: the next query gets another one.
    this.pool.on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.walkers?.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** One statement outside a transaction. */
  async query<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
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
    const { name: _, ...once } = prepared(statement, values);
    return tracedQuery(this.tracing, textOf(statement), async () => (await this.pool.query(once)).rows as Row[]);
  }

  /**
   * One statement that reads a page along an index made for it (keys, then the page's order): never by a sort or a scan. A
   * few connections of their own serve them, beside the pool; a service that walks no index has none.
   */
  async walk<Row extends object = Record<string, unknown>>(
    statement: Sql | string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    return tracedQuery(
      this.tracing,
      textOf(statement),
      async () => (await this.walkerPool().query(prepared(statement, values))).rows as Row[],
    );
  }

  private walkerPool(): Pool {
    if (this.walkers) return this.walkers;
    const { url, schema, poolSize } = this.options;
    this.walkers = new pg.Pool({
      connectionString: url,
      max: Math.ceil(poolSize / 3),
      options: `-c search_path=${schema} ${SETTINGS} ${WALK_SETTINGS}`,
      application_name: `motcua-${schema}-walks`,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: IDLE_WALKER_MS,
    });
    this.walkers.on('error', () => undefined);
    return this.walkers;
  }
}
