import type { Database } from '../../database/database.js';
import type { Outcome } from './event-application.js';
import type { EventAttempts } from './event-attempts.js';
import type { EventLogger } from '../wire/event-logger.js';
import type { InboxOptions } from './inbox-options.js';
import type { Key } from './inbox-position.js';
import { leaseHead } from './held-events.js';
import type { KeyBatch } from './key-batch.js';
import { retryTransient } from './retry-transient.js';
import { lengthOf, skipUnhandled, unhandledRun } from './skip-unhandled.js';

/** Deals with one event of a key after the other, each in a transaction of its own, and with what is held of the key. */
export class SequentialApplication {
  constructor(
    private readonly attempts: EventAttempts,
    private readonly handles: (type: string) => boolean,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly options: Pick<InboxOptions, 'attemptLeaseMs' | 'transient'>,
    /** @param waitingToo something new is known, for which other events may wait */
    private readonly callSweep: (waitingToo: boolean) => void,
  ) {}

  /** @param mode `recorded`: each attempt's start is recorded before it */
  async run({ events }: KeyBatch, mode: 'fresh' | 'recorded', signal: AbortSignal): Promise<void> {
    for (let at = 0; at < events.length;) {
      const run = at > 0 ? unhandledRun(events, at, this.handles) : undefined;
      if (run && (await this.retryTransient(() => skipUnhandled(this.database, [run]), signal)).has(run)) {
        at += lengthOf(run);
        continue;
      }
      const event = events[at]!;
      const outcome =
        mode === 'recorded'
          ? await this.attempts.recorded(event, mode, signal)
          : await this.attempts.attempt(event, mode, signal);
      this.tell(outcome);
      if (outcome.is === 'applied' && outcome.followers) await this.drain(event, signal);
      at += 1;
    }
  }

  /** Holds a batch's first event, whose attempt has failed already, and goes on behind it. */
  async runAfterFailure(batch: KeyBatch, error: unknown, signal: AbortSignal): Promise<void> {
    this.tell(await this.attempts.failed(batch.events[0]!, error, 'fresh', signal));
    await this.run({ ...batch, events: batch.events.slice(1) }, 'fresh', signal);
  }

  /** Applies the held events of a key, from its first, as far as they go. */
  async drain(key: Key, signal: AbortSignal, waitingToo = false): Promise<void> {
    for (;;) {
      const head = await this.retryTransient(
        () => leaseHead(this.database, key, this.options.attemptLeaseMs, waitingToo),
        signal,
      );
      if (!head) return;
      const outcome = await this.attempts.recorded(head, 'again', signal);
      this.tell(outcome);
      if (outcome.is === 'held') return;
    }
  }

  /** A snapshot may be what other events wait for; a first failure is tried again at once. */
  private tell(outcome: Outcome): void {
    if (outcome.is === 'applied' && outcome.snapshot) this.callSweep(true);
    if (outcome.is === 'held' && outcome.hold?.delayMs === 0) this.callSweep(false);
  }

  private retryTransient<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return retryTransient(work, { signal, backoff: this.options.transient, logger: this.logger });
  }
}
