import type { PoolClient, QueryResult } from 'pg';
import { CommitUnanswered } from './commit-unanswered.js';
import type { Database } from './database.js';
import { RolledBack } from './rolled-back.js';
import type { Sql } from './sql.js';
import { prepared, textOf } from './sql-values.js';
import { tracedQuery } from '../observability/traced-query.js';

const ABORTED = '25P02';
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** A corked socket sends what one stretch of work writes in one piece. pg names the stream, its types do not. */
const streamOf = (client: PoolClient): { cork(): void; uncork(): void } =>
  (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection.stream;

/**
 * A transaction on a pipelined connection: statements are sent when they are asked for, and nobody waits for the ones
 * before. What is asked for in one stretch travels together: a wave. The first statement carries START TRANSACTION.
 */
export class Transaction {
  private state: 'new' | 'open' | 'committing' = 'new';
  private corked = false;
  /** The first statement that failed: those behind it only tell that the transaction is aborted. */
  private failure: { readonly error: unknown } | undefined;

  private constructor(
    private readonly client: PoolClient,
    private readonly database: Database,
  ) {}

  static async on(database: Database): Promise<Transaction> {
    return new Transaction(await database.connection(), database);
  }

  async query<Row extends object>(statement: Sql | string, values?: readonly unknown[]): Promise<Row[]> {
    if (this.state === 'committing')
      throw new Error('the transaction is over: await every statement inside its callback');
    const result = tracedQuery(this.database.tracing, textOf(statement), () => {
      if (this.state === 'new') this.start();
      return this.send(() => this.client.query<Row>(prepared(statement, values)));
    });
    return (await result).rows;
  }

  /** @throws what made a statement fail, or {@link CommitUnanswered} */
  async commit(): Promise<void> {
    if (this.state === 'new') return this.client.release();
    this.state = 'committing';
    let result: QueryResult;
    try {
      result = await this.send(() => this.client.query('COMMIT'));
    } catch (error) {
      this.client.release(true);
      if (saysNothingWasWritten(error)) throw error;
      throw new CommitUnanswered(error);
    }
    this.client.release();
    // An aborted transaction answers COMMIT without an error.
    if (result.command !== 'COMMIT')
      throw new RolledBack(`COMMIT was answered with ${result.command}: nothing was written`);
  }

  /** Never throws: a lost connection cannot roll back, and the server does so by itself. */
  async rollback(): Promise<void> {
    if (this.state === 'committing') return;
    if (this.state === 'new') return this.client.release();
    this.state = 'committing';
    const lost = await this.send(() => this.client.query('ROLLBACK')).then(
      () => false,
      () => true,
    );
    this.client.release(lost);
  }

  /** What is behind an error: a statement or COMMIT of an aborted transaction only tells that an earlier one has failed. */
  reasonOf(error: unknown): unknown {
    if (error instanceof RolledBack || (error as { code?: unknown } | null)?.code === ABORTED)
      return this.failure?.error ?? error;
    return error;
  }

  private start(): void {
    this.state = 'open';
    void this.send(() => this.client.query('START TRANSACTION'));
  }

  private send<Result>(write: () => Promise<Result>): Promise<Result> {
    if (!this.corked) {
      const stream = streamOf(this.client);
      stream.cork();
      this.corked = true;
      process.nextTick(() => {
        this.corked = false;
        stream.uncork();
      });
    }
    const sent = write();
    // Who waits for an earlier statement of the wave hears of its failure; the others' must not end the process.
    sent.catch((error: unknown) => (this.failure ??= { error }));
    return sent;
  }
}

/** An error of COMMIT itself, such as of a deferred constraint. A server that goes down may have committed before. */
function saysNothingWasWritten(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return SQLSTATE.test(code) && !/^(08|57P)/.test(code);
}
