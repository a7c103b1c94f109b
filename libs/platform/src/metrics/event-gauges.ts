import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import type { EventContract } from '../events/wire/envelope.js';
import type { EventTransport } from '../events/transport/event-transport.js';
import { outboxBacklog, type Backlog } from '../events/outbox/outbox-rows.js';
import { countHeldKeys, type HeldKeyState, oldestHeldSeconds } from '../events/inbox/held-keys.js';

/** A scrape must not wait for a broker that is away. */
const LAG_PATIENCE_MS = 3_000;

interface Listening {
  readonly transport: EventTransport;
  readonly group: string;
  readonly consumes: readonly Pick<EventContract, 'topic'>[];
}

/** What `/metrics` and `/health` show of a service's events, as it is now. */
export class EventGauges {
  constructor(
    private readonly database: Database,
    private readonly listening?: Listening,
  ) {}

  /** Events that were committed but not yet published, and the age of the oldest. */
  outbox(): Promise<Backlog> {
    return outboxBacklog(this.database);
  }

  /** Aggregates whose events are held up, by the reason of the first. `parked` and `gap` need a person. */
  heldUpKeys(): Promise<Record<HeldKeyState, number>> {
    return countHeldKeys(this.database);
  }

  /** Age of the event that has lain in the inbox for longest; 0 where there is none. */
  oldestHeldSeconds(): Promise<number> {
    return oldestHeldSeconds(this.database);
  }

  /** Messages of each topic that the service has not worked on yet; undefined where the transport does not say in time. */
  async lag(): Promise<ReadonlyMap<string, number> | undefined> {
    if (!this.listening) return undefined;
    const { transport, group, consumes } = this.listening;
    const topics = [...new Set(consumes.map(({ topic }) => topic))];
    return Promise.race([
      transport.lag(group, topics).catch(() => undefined),
      pause(LAG_PATIENCE_MS, undefined, { ref: false }),
    ]);
  }
}
