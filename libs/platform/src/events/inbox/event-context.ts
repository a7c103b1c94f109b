import type { Tx } from '../../database/tx.js';

/** Second argument of a handler. */
export interface EventContext {
  /** The transaction in which the event is applied and remembered. */
  readonly tx: Tx;
  readonly topic: string;
  readonly key: string;
}
