import { SpanKind } from '@opentelemetry/api';
import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { delayAfter } from './backoff.js';
import { toWire } from './cloud-event-headers.js';
import type { EventLogger } from './event-logger.js';
import type { EventPublisher } from './event-publisher.js';
import { maintainOutbox, markPublished, type OutboxRow, unpublishedRows } from './outbox-rows.js';
import { RelayLease } from './relay-lease.js';
import type { SpanOptions } from '../observability/tracing.js';
import { RELAY_DEFAULTS, type RelayOptions } from './relay-options.js';
import { WakeUp } from './wake-up.js';

const HOUR_MS = 3_600_000;

const publication = ({ topic, event_id, type, headers }: OutboxRow): SpanOptions => ({
  kind: SpanKind.PRODUCER,
  attributes: { 'messaging.destination.name': topic, 'messaging.message.id': event_id, 'cloudevents.event_type': type },
  parent: typeof headers['traceparent'] === 'string' ? headers['traceparent'] : undefined,
});

/** Publishes a service's outbox: at least once, in the order of the ids, by one process at a time. */
export class OutboxRelay {
  private readonly options: RelayOptions;
  private readonly lease: RelayLease;
  private readonly wakeUp = new WakeUp();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private maintainedAt = -HOUR_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly publisher: EventPublisher,
    private readonly logger: EventLogger,
    options: Partial<RelayOptions> = {},
  ) {
    this.options = { ...RELAY_DEFAULTS, ...options };
    this.lease = new RelayLease(database, this.options.leaseMs);
  }

  start(): void {
    this.unitOfWork.onEventsCommitted(() => this.wakeUp.call());
    this.running = this.run();
  }

  /** Waits for the batch in flight and leaves the lease to the next relay. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.lease
      .release()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the relay could not give its lease back'));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let force = this.options.alone;
    for (let failures = 0; !signal.aborted;) {
      try {
        const full = await this.relayBatch(force);
        force = false;
        failures = 0;
        if (!full) await this.wakeUp.wait(this.options.pollMs, signal);
      } catch (error) {
        const delayMs = delayAfter(failures, this.options.away);
        this.logger.warn({ err: error, delayMs }, 'events cannot be published; trying again');
        failures += 1;
        await this.sleep(delayMs);
      }
    }
  }

  /** Publishes one batch. True when there is probably more. */
  private async relayBatch(force: boolean): Promise<boolean> {
    const epoch = await this.lease.hold(force);
    if (epoch === undefined) return false;
    await this.maintain();
    const rows = await unpublishedRows(this.database, this.options.batchSize);
    // Reading may have taken longer than the lease: then another relay is at work.
    if (rows.length === 0 || !this.lease.isValid()) return false;
    await this.traced(rows, () => this.publisher.publish(rows.map((row) => toWire(row))));
    if (!(await markPublished(this.database, rows, epoch))) {
      this.lease.lost();
      this.logger.warn({ epoch }, 'another relay has taken over; what was just published will come twice');
      return false;
    }
    const now = Date.now();
    this.options.onRelayed?.(rows.map(({ recorded_at }) => (now - recorded_at.epochMilliseconds) / 1000));
    return rows.length === this.options.batchSize;
  }

  /** Each event's publication is a span of the trace that its commit belongs to. */
  private async traced(rows: readonly OutboxRow[], publish: () => Promise<void>): Promise<void> {
    const { tracing } = this.database;
    const spans = tracing.on ? rows.map((row) => tracing.open(`publish ${row.topic}`, publication(row))) : [];
    try {
      await publish();
      for (const span of spans) span.end();
    } catch (error) {
      for (const span of spans) span.end({ failed: true });
      throw error;
    }
  }

  private async maintain(): Promise<void> {
    if (performance.now() - this.maintainedAt < HOUR_MS) return;
    this.maintainedAt = performance.now();
    // Old partitions are no reason not to publish.
    await maintainOutbox(this.database, this.options.keepDays).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'the outbox could not be tidied'),
    );
  }

  /** Not cut short by new events: while the broker is away they would turn the backoff into a busy loop. */
  private sleep(ms: number): Promise<void> {
    return new WakeUp().wait(ms, this.stopping.signal);
  }
}
