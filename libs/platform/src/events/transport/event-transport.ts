import type { EventContracts } from '../wire/event-contracts.js';
import type { EventLogger } from '../wire/event-logger.js';
import type { EventProcessor } from '../inbox/event-processor.js';
import type { EventPublisher } from '../wire/event-publisher.js';
import type { EventStrategy } from './event-strategy.js';

export interface Subscription {
  /** Name of the consumer group: the service. Each group gets every event. */
  readonly group: string;
  readonly processor: EventProcessor;
  readonly contracts: EventContracts;
  readonly logger: EventLogger;
}

/** How events travel between services. The composition root picks one; services know none. */
export interface EventTransport {
  readonly publisher: EventPublisher;
  /**
   * No other process serves these services, as on one machine: after a crash a relay then need not wait for the lease of
   * its predecessor to end.
   */
  readonly alone: boolean;
  /** Waits until requests that share the thread leave room for a batch of events. Absent: none do. */
  giveWay?(signal: AbortSignal): Promise<void>;
  subscribe(subscription: Subscription): EventStrategy;
  /** Messages of each topic that the group has not worked on yet; topics that do not exist are left out. For `/metrics`. */
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Rejects when the broker cannot be reached. For `/health/ready`. */
  check(): Promise<void>;
  /** After every relay and strategy has stopped. */
  close(): Promise<void>;
}
