import type { RequestContext } from '../observability/request-context.js';
import type { Answer } from './answer.js';
import type { HistoryEntry, HistoryHead } from './history.js';
import type { NewEvent } from './new-event.js';

/** An event and in what context it was published: one transaction may be about several requests or events. */
export interface PublishedEvent {
  readonly event: NewEvent;
  readonly context: RequestContext;
}

/** Under whose key an answer is kept, and for which request. */
export interface AnswerKey {
  readonly client: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface KeptAnswer {
  readonly to: AnswerKey;
  readonly answer: Answer;
  /** Whether status and headers are kept for good. */
  readonly lasting: boolean;
}

/** What a transaction has collected and writes at its end, in one statement. */
export interface Pending {
  readonly events: PublishedEvent[];
  readonly entries: HistoryEntry[];
  readonly answers: KeptAnswer[];
  /** Last lines of histories that the transaction holds, as far as they were read: undefined for an empty one. */
  readonly heads: Map<string, Promise<HistoryHead | undefined>>;
}
