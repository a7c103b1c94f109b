import type { EventLogger } from '../wire/event-logger.js';
import type { EventPublisher } from '../wire/event-publisher.js';
import type { EventStrategy } from '../transport/event-strategy.js';
import type { EventTransport, Subscription } from '../transport/event-transport.js';
import { RequestsFirst } from '../transport/requests-first.js';
import { LocalLog, type LocalLogOptions } from './local-log.js';
import { LocalPublisher } from './local-publisher.js';
import { LocalStrategy } from './local-strategy.js';

const KEEP_DAYS = 7;
const DAY_MS = 86_400_000;

/** The transport of the one-machine shape: a log in PostgreSQL, shared by all services of the process. */
export class LocalTransport implements EventTransport {
  readonly publisher: EventPublisher;
  readonly alone: boolean;
  private readonly log: LocalLog;
  private readonly requests: RequestsFirst;
  private readonly trimming: NodeJS.Timeout;
  private trimmed: Promise<void>;

  /**
   * @param url connection of the log's own role
   * @param requests those that are answered in the same process
   */
  constructor(
    url: string,
    private readonly logger: EventLogger,
    {
      alone = false,
      requests = new RequestsFirst(),
      ...options
    }: LocalLogOptions & { readonly alone?: boolean; readonly requests?: RequestsFirst } = {},
  ) {
    this.alone = alone;
    this.requests = requests;
    this.log = new LocalLog(url, options);
    this.publisher = new LocalPublisher(this.log);
    // At the start too: a machine that is switched off in the evening is never up for a day.
    this.trimming = setInterval(() => {
      this.trimmed = this.trim();
    }, DAY_MS).unref();
    this.trimmed = this.trim();
  }

  subscribe(subscription: Subscription): EventStrategy {
    return new LocalStrategy(this.log, subscription, this.requests);
  }

  giveWay(signal: AbortSignal): Promise<void> {
    return this.requests.giveWay(signal);
  }

  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.log.lag(group, topics);
  }

  check(): Promise<void> {
    return this.log.check();
  }

  async close(): Promise<void> {
    clearInterval(this.trimming);
    await this.trimmed;
    await this.log.close();
  }

  /** An old message is no reason to stop: what could not be trimmed today is trimmed tomorrow. */
  private async trim(): Promise<void> {
    await this.log
      .trim(KEEP_DAYS)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'old messages could not be trimmed from the log'));
  }
}
