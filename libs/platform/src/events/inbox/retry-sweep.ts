import type { Database } from '../../database/database.js';
import type { EventLogger } from '../wire/event-logger.js';
import type { InboxOptions } from './inbox-options.js';
import type { Place } from './inbox-position.js';
import { dueKeys, endLeases, markFollowersDue } from './held-events.js';
import { WakeUp } from '../wire/wake-up.js';

/** An applied event marks the one behind it as due; what was not marked is looked for so often. */
const FOLLOWERS_MS = 60_000;

/** Looks from time to time, and when called, for held events that may be tried again. */
export class RetrySweep {
  private readonly wakeUp = new WakeUp();
  private waitingToo = false;
  /** Resolves when the sweep has ended. */
  stopped: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly options: Pick<InboxOptions, 'sweepMs' | 'alone'>,
    private readonly drain: (place: Place, waitingToo: boolean) => Promise<void>,
  ) {}

  start(signal: AbortSignal): void {
    this.stopped = this.run(signal);
  }

  /** @param waitingToo something new is known, so events that wait for something unknown are tried before their time */
  call(waitingToo: boolean): void {
    this.waitingToo ||= waitingToo;
    this.wakeUp.call();
  }

  private async run(signal: AbortSignal): Promise<void> {
    const stopped = (): boolean => signal.aborted;
    let lookedAt = -Infinity;
    for (let first = true; !stopped();) {
      const waitingToo = this.waitingToo;
      this.waitingToo = false;
      try {
        if (first && this.options.alone) await endLeases(this.database);
        first = false;
        if (performance.now() - lookedAt > FOLLOWERS_MS) {
          await markFollowersDue(this.database);
          lookedAt = performance.now();
        }
        for (const place of await dueKeys(this.database, waitingToo)) await this.drain(place, waitingToo);
      } catch (error) {
        if (stopped()) return;
        // The next look will find the same events.
        this.logger.warn({ err: error }, 'held events could not be looked at');
        this.waitingToo ||= waitingToo;
      }
      await this.wakeUp.wait(this.options.sweepMs, signal);
    }
  }
}
