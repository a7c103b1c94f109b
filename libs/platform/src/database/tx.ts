import type { NewEvent } from './new-event.js';
import type { HistoryEntry, HistoryHead } from './history.js';
import type { Answer } from './answer.js';
import type { AnswerKey } from './pending.js';
import type { Queries } from './queries.js';

/** One running transaction of a service, as use cases and consumers see it. */
export interface Tx extends Queries {
  /** Puts an event into the outbox at the end of the transaction. The aggregate's next sequence is given there. */
  publish(event: NewEvent): void;
  /** Adds a line to the append-only history of an aggregate. */
  record(entry: HistoryEntry, head?: HistoryHead): void;
  /** Reads the last lines of histories that the transaction holds, so that its end need not wait for them. */
  expectHistories(aggregates: readonly string[]): void;
  /** What is kept for an idempotency key, and sent again when the key comes again. */
  keepAnswer(to: AnswerKey, answer: Answer, lasting?: boolean): void;
}
