import type { Database } from '../database/database.js';
import type { Outcome } from './event-application.js';
import type { EventAttempts } from './event-attempts.js';
import type { EventLogger } from './event-logger.js';
import type { InboxOptions } from './inbox-options.js';
import type { Key } from './inbox-position.js';
import { leaseHead } from './kept-events.js';
import type { Life } from './life.js';
import { patiently } from './patience.js';
import { lengthOf, stepOver, unheardRun } from './step-over.js';

/** Deals with one event of a key after the other, each in a transaction of its own, and with what is kept of the key. */
export class OneByOne {
  constructor(
    private readonly attempts: EventAttempts,
    private readonly handles: (type: string) => boolean,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly options: Pick<InboxOptions, 'attemptLeaseMs' | 'transient'>,
    /** @param waitingToo something new is known, for which other events may wait */
    private readonly callSweep: (waitingToo: boolean) => void,
  ) {}

  /** @param mode `careful`: each attempt's start is recorded before it */
  async run({ events }: Life, mode: 'fresh' | 'careful', signal: AbortSignal): Promise<void> {
    for (let at = 0; at < events.length;) {
      const run = at > 0 ? unheardRun(events, at, this.handles) : undefined;
      if (run && (await this.patiently(() => stepOver(this.database, [run]), signal)).has(run)) {
        at += lengthOf(run);
        continue;
      }
      const event = events[at]!;
      const outcome =
        mode === 'careful'
          ? await this.attempts.recorded(event, mode, signal)
          : await this.attempts.attempt(event, mode, signal);
      this.tell(outcome);
      if (outcome.is === 'applied' && outcome.followers) await this.drain(event, signal);
      at += 1;
    }
  }

  /** Keeps a life's first event, whose attempt has failed already, and goes on behind it. */
  async runAfterFailure(life: Life, error: unknown, signal: AbortSignal): Promise<void> {
    this.tell(await this.attempts.failed(life.events[0]!, error, 'fresh', signal));
    await this.run({ ...life, events: life.events.slice(1) }, 'fresh', signal);
  }

  /** Applies the kept events of a key, from its first, as far as they go. */
  async drain(key: Key, signal: AbortSignal, waitingToo = false): Promise<void> {
    for (;;) {
      const head = await this.patiently(
        () => leaseHead(this.database, key, this.options.attemptLeaseMs, waitingToo),
        signal,
      );
      if (!head) return;
      const outcome = await this.attempts.recorded(head, 'again', signal);
      this.tell(outcome);
      if (outcome.is === 'kept') return;
    }
  }

  /** A snapshot may be what other events wait for; a first failure is tried again at once. */
  private tell(outcome: Outcome): void {
    if (outcome.is === 'applied' && outcome.snapshot) this.callSweep(true);
    if (outcome.is === 'kept' && outcome.keeping?.delayMs === 0) this.callSweep(false);
  }

  private patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return patiently(work, { signal, backoff: this.options.transient, logger: this.logger });
  }
}
