import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { tracedQuery } from '../observability/traced-query.js';
import { Tracing } from '../observability/tracing.js';
import { prepared } from './sql-values.js';

export interface DatabaseOptions {
  /** Connection of the service's own role. */
  readonly url: string;
  readonly schema: string;
  readonly poolSize: number;
  /** Sees every statement. */
  readonly tracing?: Tracing;
}

/** A service's own schema, through its own role. TypeORM and our prepared statements share one pool. */
export class Database {
  readonly dataSource: DataSource;
  readonly tracing: Tracing;

  constructor(options: DatabaseOptions) {
    this.tracing = options.tracing ?? Tracing.OFF;
    this.dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      schema: options.schema,
      poolSize: options.poolSize,
      synchronize: false,
      logging: false,
      extra: {
        // A transaction that hangs would hold locks of a dossier: the server ends it.
        options: `-c search_path=${options.schema} -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s`,
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
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** One statement outside a transaction. */
  async query<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    return tracedQuery(this.tracing, sql, async () => (await this.pool.query(prepared(sql, values))).rows as Row[]);
  }

  /**
   * One statement outside a transaction, planned anew for its very values: for lists, whose best plan depends on who asks
   * for what. A plan that fits every value would sort all of a large agency's rows to show one page.
   */
  async search<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    const { name: _, ...once } = prepared(sql, values);
    return tracedQuery(this.tracing, sql, async () => (await this.pool.query(once)).rows as Row[]);
  }
}
