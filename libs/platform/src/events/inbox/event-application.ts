import type { Tx } from '../../database/tx.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { afterFailure, whileWaiting } from './after-failure.js';
import { failAttempt, forgiveAttempt } from './attempts.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { InboxOptions } from './inbox-options.js';
import { lockPosition, rememberApplied, stepFor } from './inbox-position.js';
import { holdEvent, type Hold } from './held-events.js';
import { NotYetKnown } from './not-yet-known.js';
import type { Reactions } from './reactions.js';

/**
 * `fresh`: just delivered. `recorded`: just delivered, and its start was recorded. `again`: taken from the inbox, and its
 * start was recorded.
 */
export type AttemptMode = 'fresh' | 'recorded' | 'again';

export type Outcome =
  | { readonly is: 'applied'; readonly followers: boolean; readonly snapshot: boolean }
  /** Applied before. */
  | { readonly is: 'ignored' }
  /** Durably in the inbox. */
  | { readonly is: 'held'; readonly hold?: Hold };

/** Applies one event and remembers it, in one transaction. */
export class EventApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reactions: Reactions,
    private readonly options: InboxOptions,
  ) {}

  /** Rejects with the handler's error, and then nothing has changed. */
  apply(event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    return this.unitOfWork.run((tx) => this.applyIn(tx, event, mode));
  }

  private async applyIn(tx: Tx, event: ReceivedEvent, mode: AttemptMode): Promise<Outcome> {
    const contract = this.reactions.contractOf(event.type);
    const snapshot = contract?.snapshot ?? false;
    const { last, held } = await lockPosition(tx, event);
    const step = stepFor(last, event.sequence, snapshot);
    if (step === 'ignore') {
      await rememberApplied(tx, event);
      return { is: 'ignored' };
    }
    if (step === 'queue' || (held && mode !== 'again')) {
      const hold: Hold = { state: 'queued', reason: `event ${last + 1} of its key has not been applied` };
      if (!held) await holdEvent(tx, event, hold);
      if (mode !== 'fresh') await forgiveAttempt(tx, event);
      return held ? { is: 'held' } : { is: 'held', hold };
    }
    // A type without a handler only moves the position.
    if (contract) {
      const [failure] = await this.reactions.round(tx, true).run([event]);
      if (failure) throw failure.error;
    }
    return { is: 'applied', snapshot, followers: await rememberApplied(tx, event) };
  }

  /** Holds an event whose handler failed. */
  fail(event: ReceivedEvent, error: unknown, mode: AttemptMode): Promise<Outcome> {
    return this.hold(event, async (tx) => {
      if (error instanceof NotYetKnown) {
        if (mode !== 'fresh') await forgiveAttempt(tx, event);
        return whileWaiting(error, this.options);
      }
      return afterFailure(error, await failAttempt(tx, event, mode !== 'fresh'), this.options);
    });
  }

  /** Holds an event, unless somebody else has applied it meanwhile. */
  hold(event: ReceivedEvent, decide: (tx: Tx) => Promise<Hold>): Promise<Outcome> {
    return this.unitOfWork.run(async (tx) => {
      const { last } = await lockPosition(tx, event);
      if (event.sequence <= last) return { is: 'ignored' };
      const hold = await decide(tx);
      await holdEvent(tx, event, hold);
      return { is: 'held', hold };
    });
  }
}
