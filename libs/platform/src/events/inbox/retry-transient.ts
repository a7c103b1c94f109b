import { delayAfter, pause, type Backoff } from '../wire/backoff.js';
import type { EventLogger } from '../wire/event-logger.js';
import { failureKind } from './failure-kind.js';

/** Repeats `work` as long as it fails for transient reasons. Rejects with other failures, and when the signal aborts. */
export async function retryTransient<Result>(
  work: () => Promise<Result>,
  { signal, backoff, logger }: { signal: AbortSignal; backoff: Backoff; logger: EventLogger },
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (failureKind(error) !== 'transient') throw error;
      const delayMs = delayAfter(tries, backoff);
      logger.warn({ err: error, delayMs }, 'the database is away; trying again');
      await pause(delayMs, signal);
    }
  }
}
