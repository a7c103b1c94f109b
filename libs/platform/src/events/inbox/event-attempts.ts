import type { Database } from '../../database/database.js';
import { afterEndedProcesses } from './after-failure.js';
import { beginAttempt } from './attempts.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { AttemptMode, EventApplication, Outcome } from './event-application.js';
import type { EventLogger } from '../wire/event-logger.js';
import { failureKind } from './failure-kind.js';
import type { InboxOptions } from './inbox-options.js';
import { OneAtATime } from '../wire/one-at-a-time.js';
import { retryTransient } from './retry-transient.js';

/** Attempts to apply one event, until it is durably applied or held. */
export class EventAttempts {
  private readonly alone = new OneAtATime();

  constructor(
    private readonly application: EventApplication,
    private readonly database: Database,
    private readonly logger: EventLogger,
    private readonly options: InboxOptions,
  ) {}

  /** An attempt whose start is recorded before it. One at a time: of several in flight, all would be blamed for a death. */
  recorded(event: ReceivedEvent, mode: 'recorded' | 'again', signal: AbortSignal): Promise<Outcome> {
    return this.alone.run(async () => {
      const attempts = await this.retryTransient(() => beginAttempt(this.database, event), signal);
      const verdict = attempts && afterEndedProcesses(attempts, this.options);
      if (!verdict) return this.attempt(event, mode, signal);
      const outcome = await this.retryTransient(
        () => this.application.hold(event, () => Promise.resolve(verdict)),
        signal,
      );
      this.report(event, outcome);
      return outcome;
    });
  }

  async attempt(event: ReceivedEvent, mode: AttemptMode, signal: AbortSignal): Promise<Outcome> {
    const outcome = await this.retryTransient(async () => {
      try {
        return await this.application.apply(event, mode);
      } catch (error) {
        if (failureKind(error) === 'transient') throw error;
        return await this.application.fail(event, error, mode);
      }
    }, signal);
    this.report(event, outcome);
    return outcome;
  }

  /** The end of an attempt that was made elsewhere, and failed. */
  async failed(event: ReceivedEvent, error: unknown, mode: AttemptMode, signal: AbortSignal): Promise<Outcome> {
    const outcome = await this.retryTransient(() => this.application.fail(event, error, mode), signal);
    this.report(event, outcome);
    return outcome;
  }

  private report(event: ReceivedEvent, outcome: Outcome): void {
    if (outcome.is !== 'held' || !outcome.hold) return;
    const { state, reason } = outcome.hold;
    const { topic, key, sequence, type } = event;
    if (state === 'parked')
      this.logger.error({ topic, key, sequence, type, reason }, 'event parked: its key waits for a decision');
    else this.logger.warn({ topic, key, sequence, type, state, reason }, 'event held for later');
  }

  private retryTransient<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return retryTransient(work, { signal, backoff: this.options.transient, logger: this.logger });
  }
}
