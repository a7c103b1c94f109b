import type { Answer } from './answer.js';
import type { HistoryEntry } from './history.js';
import type { NewEvent } from './new-event.js';
import type { AnswerKey } from './pending.js';

/**
 * Under this name a transaction has its consequences. The package does not export it: a service publishes and records by
 * the changes of its commands (`Aggregate.events`, `Aggregate.history`), and in no other way.
 */
export const CONSEQUENCES = Symbol('consequences');

/** What is written at the end of a transaction because of what it changed. */
export interface Consequences {
  /** Puts an event into the outbox at the end of the transaction. The aggregate's next sequence is given there. */
  publish(event: NewEvent): void;
  /** Adds a line to the append-only history of an aggregate. */
  record(entry: HistoryEntry): void;
  /** Reads the last lines of histories that the transaction holds, so that its end need not wait for them. */
  expectHistories(aggregates: readonly string[]): void;
  /** What is kept for an idempotency key, and sent again when the key comes again. */
  keepAnswer(to: AnswerKey, answer: Answer, lasting?: boolean): void;
}
