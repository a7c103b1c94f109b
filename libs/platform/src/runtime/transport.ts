import type { CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Logger } from 'pino';
import type { EventContract } from '../database/new-event.js';
import type { EventProcessor } from '../events/event-processor.js';
import type { EventPublisher } from '../events/event-publisher.js';

export interface Subscription {
  /** Consumer group: the service's name. Each group gets every event. */
  readonly group: string;
  readonly contracts: readonly EventContract[];
  readonly processor: EventProcessor;
  readonly logger: Logger;
}

/** How events travel between services. Only the composition root knows which one it is. */
export interface Transport {
  readonly publisher: EventPublisher;
  subscribe(subscription: Subscription): Server & CustomTransportStrategy;
  /** Resolves when events can be sent and received. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export const TRANSPORT = Symbol('Transport');
