import type { PoolClient } from 'pg';
import { SpanKind } from '@opentelemetry/api';
import { currentContext, type RequestContext } from '../observability/request-context.js';
import { tracedQuery } from '../observability/traced-query.js';
import type { Answer } from './answer.js';
import type { Database } from './database.js';
import { flush } from './flush.js';
import type { HistoryEntry, HistoryHead } from './history.js';
import type { NewEvent } from './new-event.js';
import type { Sql } from './sql.js';
import { prepared, textOf } from './sql-values.js';
import type { Tx } from './tx.js';

export interface UnitOfWorkOptions {
  /** Name of the service: the source of its events. */
  readonly source: string;
  /** Secret that keys the hash chain of the history. */
  readonly historyKey: string;
}

/** An event and in what context it was published: one transaction may be about several requests or events. */
export interface PublishedEvent {
  readonly event: NewEvent;
  readonly context: RequestContext;
}

/** What a transaction has collected and writes at its end, in one statement. */
export interface Pending {
  readonly events: PublishedEvent[];
  readonly entries: { readonly entry: HistoryEntry; readonly head: HistoryHead | undefined }[];
  answer: Answer | undefined;
}

/** State, history, outbox rows and the answer kept for the idempotency key are committed together or not at all. */
export class UnitOfWork {
  private readonly committed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly options: UnitOfWorkOptions,
  ) {}

  /** Secret that keys what the service writes down for later proof: its own history, and what it heard of others'. */
  get historyKey(): string {
    return this.options.historyKey;
  }

  /** Called after each commit that wrote events, so that the relay need not wait for its poll. */
  onEventsCommitted(listener: () => void): void {
    this.committed.add(listener);
  }

  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.database.tracing.span('transaction', { kind: SpanKind.INTERNAL }, () => this.transact(work));
  }

  private async transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.database.dataSource.createQueryRunner();
    const context = currentContext();
    const pending: Pending = { events: [], entries: [], answer: undefined };
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx: Tx = {
        manager: runner.manager,
        query: async <Row extends object>(statement: Sql | string, values?: readonly unknown[]) =>
          tracedQuery(
            this.database.tracing,
            textOf(statement),
            async () => (await client.query(prepared(statement, values))).rows as Row[],
          ),
        publish: (event) => void pending.events.push({ event, context: currentContext(context) }),
        record: (entry, head) => void pending.entries.push({ entry, head }),
        keepAnswer: (answer) => {
          pending.answer = answer;
        },
      };
      const result = await work(tx);
      await flush(tx, pending, context, this.options);
      await runner.commitTransaction();
      if (pending.events.length > 0) for (const listener of this.committed) listener();
      return result;
    } catch (error) {
      // A lost connection cannot roll back; the server does so by itself.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
