import { SpanKind } from '@opentelemetry/api';
import type { Database } from '../../database/database.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { delayAfter } from '../wire/backoff.js';
import { writtenToWire } from '../wire/cloud-event-headers.js';
import type { EventLogger } from '../wire/event-logger.js';
import type { EventPublisher } from '../wire/event-publisher.js';
import { MessagesRefused } from '../wire/messages-refused.js';
import { LeaseLost } from './lease-lost.js';
import { OutboxMarks } from './outbox-marks.js';
import { runPipeline } from './outbox-pipeline.js';
import { holdRefused, markPublished, type OutboxRow, unpublishedRows } from './outbox-rows.js';
import { RelayLease } from './relay-lease.js';
import type { SpanOptions } from '../../observability/tracing.js';
import { TIDY_DEFAULTS, tidyOutbox } from './tidy-outbox.js';
import { RELAY_DEFAULTS, type RelayOptions } from './relay-options.js';
import { WakeUp } from '../wire/wake-up.js';

const HOUR_MS = 3_600_000;

const publication = ({ topic, event_id, type, headers }: OutboxRow): SpanOptions => ({
  kind: SpanKind.PRODUCER,
  attributes: { 'messaging.destination.name': topic, 'messaging.message.id': event_id, 'cloudevents.event_type': type },
  parent: typeof headers['traceparent'] === 'string' ? headers['traceparent'] : undefined,
});

const keyOf = ({ topic, key }: OutboxRow): string => JSON.stringify([topic, key]);

const firstOf = (refused: readonly { readonly row: OutboxRow }[], { topic, key }: OutboxRow): OutboxRow =>
  refused.find(({ row }) => row.topic === topic && row.key === key)!.row;

/** Publishes a service's outbox: at least once, in the order of the ids, by one process at a time. */
export class OutboxRelay {
  private readonly options: RelayOptions;
  private readonly lease: RelayLease;
  private readonly wakeUp = new WakeUp();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private tidying: Promise<void> = Promise.resolve();
  private tidiedAt = -HOUR_MS;

  constructor(
    /** What commits events: the relay is woken by each commit. */
    private readonly sources: readonly Pick<UnitOfWork, 'onEventsCommitted'>[],
    private readonly database: Database,
    private readonly publisher: EventPublisher,
    private readonly logger: EventLogger,
    options: Partial<RelayOptions> = {},
  ) {
    this.options = { ...RELAY_DEFAULTS, ...options };
    this.lease = new RelayLease(database, this.options.leaseMs);
  }

  start(): void {
    for (const source of this.sources) source.onEventsCommitted(() => this.wakeUp.call());
    this.running = this.run();
  }

  /** Waits for the batches in flight and leaves the lease to the next relay. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.tidying;
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
    const { signal } = this.stopping;
    this.tidy();
    try {
      await runPipeline(this.options.batchSize, {
        read: async (except) => {
          await this.options.giveWay?.(signal);
          return unpublishedRows(this.database, this.options.batchSize, except);
        },
        publish: (rows) => this.publish(rows),
        marks: new OutboxMarks((rows) => this.mark(rows), this.options.unmarked),
        goOn: () => !this.stopping.signal.aborted,
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.lease.lost();
      this.logger.warn('another relay has taken over; what was just published may come twice');
    }
  }

  /** Answers the rows that are durable at the broker. */
  private async publish(rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
    // Reading may have taken longer than the lease: then another relay is at work.
    if (!this.lease.isValid() || (await this.lease.hold()) === undefined) throw new LeaseLost();
    const messages = rows.map(writtenToWire);
    try {
      await this.traced(rows, () => this.publisher.publish(messages));
      return rows;
    } catch (error) {
      if (!(error instanceof MessagesRefused)) throw error;
      const refused = error.refused.map(({ message, reason }) => ({ row: rows[messages.indexOf(message)]!, reason }));
      this.logger.error({ err: error }, 'the broker refuses events; their aggregates wait, others go on');
      await holdRefused(this.database, refused, this.options.refusedRetryMs);
      const held = new Set(refused.map(({ row }) => keyOf(row)));
      return rows.filter((row, at) => !held.has(keyOf(row)) || at < rows.indexOf(firstOf(refused, row)));
    }
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

  /** Beside the relaying: old events are no reason not to publish new ones. */
  private tidy(): void {
    if (performance.now() - this.tidiedAt < HOUR_MS) return;
    this.tidiedAt = performance.now();
    const { keepDays } = this.options;
    this.tidying = tidyOutbox(this.database, { ...TIDY_DEFAULTS, keepDays }, this.stopping.signal).catch(
      (error: unknown) => this.logger.warn({ err: error }, 'the outbox could not be tidied'),
    );
  }

  /** Not cut short by new events: while the broker is away they would turn the backoff into a busy loop. */
  private sleep(ms: number): Promise<void> {
    return new WakeUp().wait(ms, this.stopping.signal);
  }
}
