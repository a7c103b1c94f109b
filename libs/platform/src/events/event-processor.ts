import type { Database } from '../database/database.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { afterEndedProcesses } from './after-failure.js';
import { beginAttempt } from './attempts.js';
import type { ReceivedEvent } from './envelope.js';
import { EventApplication, type AttemptMode, type Outcome } from './event-application.js';
import type { EventContracts } from './event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { EventLogger } from './event-logger.js';
import { failureKind } from './failure-kind.js';
import { INBOX_DEFAULTS, type InboxOptions } from './inbox-options.js';
import type { Place } from './inbox-position.js';
import { leaseHead } from './kept-events.js';
import { inLanes } from './lanes.js';
import { OneAtATime } from './one-at-a-time.js';
import { patiently } from './patience.js';
import { RetrySweep } from './retry-sweep.js';

export interface BatchOptions {
  /** Aborts when the transport stops: events that have not begun are left to the next delivery. */
  readonly signal: AbortSignal;
  /**
   * The batch may have been in work when a process died: each attempt's start is recorded before it, and one runs after the
   * other, so that the event that kills the process is found and parked.
   */
  readonly careful: boolean;
}

/** Applies what a transport delivers: in order per key, keys in parallel, each event once. The same for every transport. */
export class EventProcessor {
  private readonly options: InboxOptions;
  private readonly alone = new OneAtATime();
  private readonly stopping = new AbortController();
  private readonly sweep: RetrySweep;
  private application: EventApplication | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly contracts: EventContracts,
    options: Partial<InboxOptions> = {},
  ) {
    this.options = { ...INBOX_DEFAULTS, ...options };
    this.sweep = new RetrySweep(database, logger, this.options.sweepMs, (place, waitingToo) =>
      this.drain(place, this.stopping.signal, waitingToo),
    );
  }

  /** Begins to try kept events again. Call before the first {@link process}. */
  start(handlers: EventHandlers): void {
    this.application = new EventApplication(this.unitOfWork, this.contracts, handlers, this.options);
    this.sweep.start(this.stopping.signal);
  }

  /** Resolves when no attempt is running any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.sweep.stopped;
  }

  /** Looks at once for kept events that may be tried. */
  retryNow(): void {
    this.sweep.call(false);
  }

  /**
   * Resolves only when every event is durably applied or kept in the inbox: then the transport may move on. Rejects when
   * the signal aborts; what was not done will be delivered again.
   */
  async process(events: readonly ReceivedEvent[], { signal, careful }: BatchOptions): Promise<void> {
    const keys = Map.groupBy(events, ({ topic, key }) => JSON.stringify([topic, key]));
    await inLanes([...keys.values()], this.options.parallelKeys, async (life) => {
      for (const event of life) {
        const outcome = careful
          ? await this.recorded(event, 'careful', signal)
          : await this.attempt(event, 'fresh', signal);
        if (outcome.is === 'applied' && outcome.followers) await this.drain(event, signal);
      }
    });
  }

  /** Applies the kept events of a key, from its first, as far as they go. */
  private async drain(place: Place, signal: AbortSignal, waitingToo = false): Promise<void> {
    for (;;) {
      const head = await this.patiently(
        () => leaseHead(this.database, place, this.options.attemptLeaseMs, waitingToo),
        signal,
      );
      if (!head) return;
      const outcome = await this.recorded(head, 'again', signal);
      if (outcome.is === 'kept') return;
    }
  }

  /** An attempt whose start is recorded before it. One at a time: of several in flight, all would be blamed for a death. */
  private recorded(event: ReceivedEvent, mode: 'careful' | 'again', signal: AbortSignal): Promise<Outcome> {
    return this.alone.run(async () => {
      const attempts = await this.patiently(() => beginAttempt(this.database, event), signal);
      const verdict = attempts && afterEndedProcesses(attempts, this.options);
      if (!verdict) return this.attempt(event, mode, signal);
      return this.report(
        event,
        await this.patiently(() => this.applying.keep(event, () => Promise.resolve(verdict)), signal),
      );
    });
  }

  private async attempt(event: ReceivedEvent, mode: AttemptMode, signal: AbortSignal): Promise<Outcome> {
    const outcome = await this.patiently(async () => {
      try {
        return await this.applying.apply(event, mode);
      } catch (error) {
        if (failureKind(error) === 'transient') throw error;
        return await this.applying.fail(event, error, mode);
      }
    }, signal);
    if (outcome.is === 'applied' && outcome.snapshot) this.sweep.call(true);
    return this.report(event, outcome);
  }

  private report(event: ReceivedEvent, outcome: Outcome): Outcome {
    if (outcome.is !== 'kept' || !outcome.keeping) return outcome;
    const { state, reason, delayMs } = outcome.keeping;
    const { topic, key, sequence, type } = event;
    if (state === 'parked')
      this.logger.error({ topic, key, sequence, type, reason }, 'event parked: its key waits for a decision');
    else this.logger.warn({ topic, key, sequence, type, state, reason }, 'event kept for later');
    if (delayMs === 0) this.sweep.call(false);
    return outcome;
  }

  private patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return patiently(work, { signal, backoff: this.options.transient, logger: this.logger });
  }

  private get applying(): EventApplication {
    if (!this.application) throw new Error('the event processor was not started');
    return this.application;
  }
}
