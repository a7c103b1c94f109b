import { SpanKind } from '@opentelemetry/api';
import { currentContext } from '../observability/request-context.js';
import { AnswerSeal } from './answer-seal.js';
import { CommitUnanswered } from './commit-unanswered.js';
import { CONSEQUENCES } from './consequences.js';
import type { Database } from './database.js';
import { expectHistories, flush } from './flush.js';
import { NotDone } from './not-done.js';
import { withConnection } from './one-connection.js';
import type { Pending } from './pending.js';
import { Transaction } from './transaction.js';
import type { BatchWork, Tx } from './tx.js';

interface UnitOfWorkOptions {
  /** Name of the service: the source of its events. */
  readonly source: string;
  /** Secret that keys the hash chain of the history. */
  readonly historyKey: string;
}

/** State, history, outbox rows and the answer kept for the idempotency key are committed together or not at all. */
export class UnitOfWork {
  /** Opens the answers that were kept. */
  readonly seal: AnswerSeal;
  private readonly committed = new Set<() => void>();

  constructor(
    private readonly database: Database,
    private readonly options: UnitOfWorkOptions,
  ) {
    this.seal = new AnswerSeal(options.historyKey);
  }

  /** Secret that keys what the service writes down for later proof: its own history, and what it heard of others'. */
  get historyKey(): string {
    return this.options.historyKey;
  }

  /** Called after each commit that wrote events, so that the relay need not wait for its poll. */
  onEventsCommitted(listener: () => void): void {
    this.committed.add(listener);
  }

  /** @throws what `work` threw or a statement, and nothing is written; or CommitUnanswered, and then that is not known */
  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.database.tracing.span('transaction', { kind: SpanKind.INTERNAL }, () => this.transact(work));
  }

  private async transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const context = currentContext();
    const pending: Pending = { events: [], entries: [], answers: [], heads: new Map() };
    const transaction = await Transaction.on(this.database);
    const query: Tx['query'] = (statement, values) => transaction.query(statement, values);
    try {
      const tx: Tx = {
        query,
        batch: async <Item, Result>(_: object, item: Item, asSet: BatchWork<Item, Result>) => {
          const [result] = await asSet(tx, [item], true);
          if (result instanceof NotDone) throw result.error;
          return result as Result;
        },
        [CONSEQUENCES]: {
          publish: (event) => void pending.events.push({ event, context: currentContext(context) }),
          record: (entry) => void pending.entries.push(entry),
          expectHistories: (aggregates) => expectHistories({ query }, pending, aggregates),
          keepAnswer: (to, answer, lasting = false) => void pending.answers.push({ to, answer, lasting }),
        },
      };
      const result = await withConnection(this.database, () => work(tx));
      const { written } = await flush({ query }, pending, { ...this.options, seal: this.seal });
      await settled(written, transaction.commit());
      if (pending.events.length > 0) for (const listener of this.committed) listener();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw transaction.reasonOf(error);
    }
  }
}

/**
 * Waits for both, since the connection is in use until both are answered. A commit that was not answered is the reason even
 * where the connection took other answers with it; else what failed first.
 */
async function settled(written: Promise<unknown>, committed: Promise<void>): Promise<void> {
  const reasons = (await Promise.allSettled([written, committed])).flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  if (reasons.length > 0) throw reasons.find((reason) => reason instanceof CommitUnanswered) ?? reasons[0];
}
