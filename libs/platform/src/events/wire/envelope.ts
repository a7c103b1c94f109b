export type { EventContract } from '../../database/new-event.js';

/** A CloudEvent 1.0 as handlers see it. `Data` is the contract's class; its fields were validated. */
export interface EventEnvelope<Data extends object = object> {
  /** UUID of the event: the same however often it is delivered. */
  readonly id: string;
  /** `/motcua/<service>`. */
  readonly source: string;
  readonly type: string;
  /** Id of the aggregate. */
  readonly subject: string;
  /** When the fact happened, by the legal clock. */
  readonly time: Temporal.Instant;
  /** Counts the aggregate's published events from 1. */
  readonly sequence: number;
  readonly traceparent?: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  /** Name, and number and hash (hex) of the last line, of the history that the transaction wrote to, if it did. */
  readonly historyaggregate?: string;
  readonly historylength?: number;
  readonly historyhead?: string;
  readonly data: Data;
}

/** An event together with where it came from. */
export interface ReceivedEvent extends EventEnvelope {
  readonly topic: string;
  readonly key: string;
}
