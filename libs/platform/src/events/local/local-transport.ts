import type { EventPublisher } from '../event-publisher.js';
import type { EventStrategy } from '../event-strategy.js';
import type { EventTransport, Subscription } from '../event-transport.js';
import { LocalLog, type LocalLogOptions } from './local-log.js';
import { LocalPublisher } from './local-publisher.js';
import { LocalStrategy } from './local-strategy.js';

/** The transport of the one-machine shape: a log in PostgreSQL, shared by all services of the process. */
export class LocalTransport implements EventTransport {
  readonly publisher: EventPublisher;
  readonly alone: boolean;
  private readonly log: LocalLog;

  /** @param url connection of the log's own role */
  constructor(url: string, { alone = false, ...options }: LocalLogOptions & { readonly alone?: boolean } = {}) {
    this.alone = alone;
    this.log = new LocalLog(url, options);
    this.publisher = new LocalPublisher(this.log);
  }

  subscribe(subscription: Subscription): EventStrategy {
    return new LocalStrategy(this.log, subscription);
  }

  check(): Promise<void> {
    return this.log.check();
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
