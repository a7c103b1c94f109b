import type { EntityManager } from 'typeorm';
import type { NewEvent } from './new-event.js';
import type { HistoryEntry, HistoryHead } from './history.js';
import type { Answer } from './answer.js';
import type { Queries } from './queries.js';

/** One running transaction of a service, as use cases and consumers see it. */
export interface Tx extends Queries {
  /** TypeORM on the same transaction, for cold paths where mapping is worth more than speed. */
  readonly manager: EntityManager;
  /** Puts an event into the outbox at the end of the transaction. The aggregate's next sequence is given there. */
  publish(event: NewEvent): void;
  /** Adds a line to the append-only history of an aggregate. `head`: its last line, when the caller has read it already. */
  record(entry: HistoryEntry, head?: HistoryHead): void;
  /** What is kept for the command's idempotency key, and sent again when the key comes again. */
  keepAnswer(answer: Answer): void;
}
