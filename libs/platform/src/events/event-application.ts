import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { afterFailure, whileWaiting } from './after-failure.js';
import { failAttempt, forgiveAttempt } from './attempts.js';
import type { ReceivedEvent } from './envelope.js';
import type { InboxOptions } from './inbox-options.js';
import { lockPosition, rememberApplied, stepFor } from './inbox-position.js';
import { keepEvent, type Keeping } from './kept-events.js';
import { NotYetKnown } from './not-yet-known.js';
import type { Reactions } from './reactions.js';

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
    private readonly reactions: Reactions,
    private readonly options: InboxOptions,
  ) {}

  /** Rejects with the handler's error, and then nothing has changed. */
  apply(event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    return this.reactions.within(event, () => this.unitOfWork.run((tx) => this.applyIn(tx, event, mode)));
  }

  private async applyIn(tx: Tx, event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    const contract = this.reactions.contractOf(event.type);
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
    if (contract) await this.reactions.react(contract, event, tx);
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
