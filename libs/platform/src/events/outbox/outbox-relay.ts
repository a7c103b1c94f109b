import { SpanKind } from '@opentelemetry/api';
import type { Database } from '../../database/database.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { delayAfter } from '../wire/backoff.js';
import { writtenToWire } from '../wire/cloud-event-headers.js';
import type { EventLogger } from '../wire/event-logger.js';
import type { EventPublisher } from '../wire/event-publisher.js';
import { LeaseLost } from './lease-lost.js';
import { runPipeline } from './outbox-pipeline.js';
import { maintainOutbox, markPublished, type OutboxRow, unpublishedRows } from './outbox-rows.js';
import { RelayLease } from './relay-lease.js';
import type { SpanOptions } from '../../observability/tracing.js';
import { RELAY_DEFAULTS, type RelayOptions } from './relay-options.js';
import { WakeUp } from '../wire/wake-up.js';

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

  /** Waits for the batches in flight and leaves the lease to the next relay. */
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
        await this.relayAll(force);
        force = false;
        failures = 0;
        await this.wakeUp.wait(this.options.pollMs, signal);
      } catch (error) {
        const delayMs = delayAfter(failures, this.options.away);
        this.logger.warn({ err: error, delayMs }, 'events cannot be published; trying again');
        failures += 1;
        await this.sleep(delayMs);
      }
    }
  }

  /** Publishes what there is, if no other relay of the service is at it. */
  private async relayAll(force: boolean): Promise<void> {
    if ((await this.lease.hold(force)) === undefined) return;
    await this.maintain();
    try {
      await runPipeline(this.options.batchSize, {
        read: (except) => unpublishedRows(this.database, this.options.batchSize, except),
        publish: (rows) => this.publish(rows),
        mark: (rows) => this.mark(rows),
        goOn: () => !this.stopping.signal.aborted,
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.lease.lost();
      this.logger.warn('another relay has taken over; what was just published may come twice');
    }
  }

  private async publish(rows: readonly OutboxRow[]): Promise<void> {
    // Reading may have taken longer than the lease: then another relay is at work.
    if (!this.lease.isValid() || (await this.lease.hold()) === undefined) throw new LeaseLost();
    await this.traced(rows, () => this.publisher.publish(rows.map(writtenToWire)));
  }

  private async mark(rows: readonly OutboxRow[]): Promise<void> {
    const epoch = this.lease.epoch;
    if (epoch === undefined || !(await markPublished(this.database, rows, epoch))) throw new LeaseLost();
    const now = Date.now();
    this.options.onRelayed?.(rows.map(({ recordedMs }) => (now - recordedMs) / 1000));
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
