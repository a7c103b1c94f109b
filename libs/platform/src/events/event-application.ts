import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { childTraceparent, runInContext } from '../observability/request-context.js';
import { afterFailure, whileWaiting } from './after-failure.js';
import { failAttempt, forgiveAttempt } from './attempts.js';
import type { ReceivedEvent } from './envelope.js';
import type { EventContracts } from './event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { InboxOptions } from './inbox-options.js';
import { lockPosition, rememberApplied, stepFor } from './inbox-position.js';
import { keepEvent, type Keeping } from './kept-events.js';
import { NotYetKnown } from './not-yet-known.js';
import { readEventData } from './read-event-data.js';
import { runHandler } from './run-handler.js';

/**
 * `fresh`: just delivered. `careful`: just delivered, and its start was recorded. `again`: taken from the inbox, and its
 * start was recorded.
 */
export type AttemptMode = 'fresh' | 'careful' | 'again';

export type Outcome =
  | { readonly is: 'applied'; readonly followers: boolean; readonly snapshot: boolean }
  /** Applied before. */
  | { readonly is: 'ignored' }
  /** Durably in the inbox. */
  | { readonly is: 'kept'; readonly keeping?: Keeping };

/** Applies one event and remembers it, in one transaction. */
export class EventApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: EventContracts,
    private readonly handlers: EventHandlers,
    private readonly options: InboxOptions,
  ) {}

  /** Rejects with the handler's error, and then nothing has changed. */
  apply(event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    const context = {
      traceparent: childTraceparent(event.traceparent),
      causationId: event.id,
      language: 'vi' as const,
      ...(event.correlationid && { correlationId: event.correlationid }),
    };
    return runInContext(context, () => this.unitOfWork.run((tx) => this.applyIn(tx, event, mode)));
  }

  private async applyIn(tx: Tx, event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    const contract = this.handlers.handles(event.type) ? this.contracts.find(event.type) : undefined;
    const snapshot = contract?.snapshot ?? false;
    const { last, kept } = await lockPosition(tx, event);
    const step = stepFor(last, event.sequence, snapshot);
    if (step === 'ignore') {
      await rememberApplied(tx, event);
      return { is: 'ignored' };
    }
    if (step === 'queue' || (kept && mode !== 'again')) {
      const keeping: Keeping = { state: 'queued', reason: `event ${last + 1} of its key has not been applied` };
      if (!kept) await keepEvent(tx, event, keeping);
      if (mode !== 'fresh') await forgiveAttempt(tx, event);
      return kept ? { is: 'kept' } : { is: 'kept', keeping };
    }
    // A type without a handler only moves the position.
    if (contract) {
      const data = await readEventData(contract, event.data);
      await runHandler(this.handlers, { ...event, data }, tx, this.options.handlerLimitMs);
    }
    return { is: 'applied', snapshot, followers: await rememberApplied(tx, event) };
  }

  /** Keeps an event whose handler failed. */
  fail(event: ReceivedEvent, error: unknown, mode: AttemptMode): Promise<Outcome> {
    return this.keep(event, async (tx) => {
      if (error instanceof NotYetKnown) {
        if (mode !== 'fresh') await forgiveAttempt(tx, event);
        return whileWaiting(error, this.options);
      }
      return afterFailure(error, await failAttempt(tx, event, mode !== 'fresh'), this.options);
    });
  }

  /** Keeps an event, unless somebody else has applied it meanwhile. */
  keep(event: ReceivedEvent, decide: (tx: Tx) => Promise<Keeping>): Promise<Outcome> {
    return this.unitOfWork.run(async (tx) => {
      const { last } = await lockPosition(tx, event);
      if (event.sequence <= last) return { is: 'ignored' };
      const keeping = await decide(tx);
      await keepEvent(tx, event, keeping);
      return { is: 'kept', keeping };
    });
  }
}
