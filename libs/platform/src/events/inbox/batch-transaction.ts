import type { UnitOfWork } from '../../database/unit-of-work.js';
import type { EventRound, ReactionFailure } from './event-round.js';
import { FailedInBatch } from './failed-in-batch.js';
import { failureKind } from './failure-kind.js';
import type { InboxOptions } from './inbox-options.js';
import { type Key, lockPositions, nameOf, rememberAllApplied } from './inbox-position.js';
import type { KeyBatch } from './key-batch.js';
import { KeyProgress } from './key-progress.js';
import type { Reactions } from './reactions.js';
import { TransactionBudget } from './transaction-budget.js';

/** What became of a group of batches; what is in none of the lists is durably applied. */
export interface BatchOutcome {
  /** Not reached in this transaction: for the next one. */
  readonly rest: readonly KeyBatch[];
  /** Must be decided event by event: after a hole, or something of the key is held already, or it asks for it. */
  readonly alone: readonly KeyBatch[];
  /** Whose first event failed, and nothing of it was in the transaction. */
  readonly failed: readonly { readonly batch: KeyBatch; readonly error: unknown }[];
  /** Keys whose held events can go on now; known once the transaction has committed. */
  readonly followed: Promise<readonly Key[]>;
  /** A snapshot was applied, for which other events may wait. */
  readonly snapshot: boolean;
}

/** Applies events of several keys and remembers them in one transaction: few round trips, but all of them or none. */
export class BatchTransaction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reactions: Reactions,
    private readonly options: Pick<InboxOptions, 'groupEvents' | 'groupMs'>,
  ) {}

  /**
   * Stops early, with what it has applied, when it has held the keys for long or the signal aborts. Rejects with the first
   * failure, as {@link FailedInBatch} where it is a certain event's, and then nothing has changed.
   */
  apply(batches: readonly KeyBatch[], signal: AbortSignal): Promise<BatchOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const positions = await lockPositions(tx, batches);
      const budget = new TransactionBudget(this.options, signal);
      const held = (batch: KeyBatch): boolean => positions.get(nameOf(batch))?.held ?? true;
      const keys = batches
        .filter((batch) => !held(batch))
        .map((batch) => {
          const { last } = positions.get(nameOf(batch))!;
          return new KeyProgress(batch, last, (type) => this.reactions.contractOf(type));
        });
      const alone = batches.length === 1;
      const round = this.reactions.round(tx, alone);
      while (await this.once(keys, round, budget, alone));
      const applied = keys.flatMap(({ place }) => place);
      // Travels with the commit, which fails when this does.
      const followed = rememberAllApplied(tx, applied);
      followed.catch(() => undefined);
      return {
        rest: keys.flatMap(({ rest }) => rest),
        alone: [...batches.filter(held), ...keys.flatMap(({ alone }) => alone)],
        failed: keys.flatMap(({ failed }) => failed),
        snapshot: keys.some(({ snapshot }) => snapshot),
        followed,
      };
    });
  }

  /** One event of each key, as far as the budget allows. False when there is nothing more to do in this transaction. */
  private async once(
    keys: readonly KeyProgress[],
    round: EventRound,
    budget: TransactionBudget,
    alone: boolean,
  ): Promise<boolean> {
    if (budget.isOver()) return false;
    const due = keys.flatMap((key) => {
      const event = key.next();
      return event ? [{ key, event }] : [];
    });
    const isFirst = alone && budget.isNew && due[0]?.key.isFirst === true;
    const begins = (): boolean => {
      if (budget.isOver()) return false;
      budget.spend();
      return true;
    };
    const ended = await round.run(
      due.map(({ event }) => event),
      begins,
    );
    const failed: { readonly key: KeyProgress; readonly failure: ReactionFailure }[] = [];
    for (const [place, failure] of ended.entries()) {
      const { key, event } = due[place]!;
      if (failure) failed.push({ key, failure });
      else key.applied(event);
    }
    for (const { failure } of failed) throwIfNobodysFault(failure.error);
    // Nothing of them is in the transaction: their neighbours need not be done again.
    if (!isFirst && failed.every(({ failure }) => failure.clean))
      failed.forEach(({ key, failure }) => key.fail(failure.error));
    else if (failed.length > 0)
      throw new FailedInBatch(
        failed.map(({ key }) => key.batch),
        isFirst,
        failed[0]!.failure.error,
      );
    return due.length > 0;
  }
}

/** Somebody before has swallowed an error of the database, or the database chose a victim: nobody knows whose fault it is. */
function throwIfNobodysFault(error: unknown): void {
  if (failureKind(error) === 'transient' || (error as { code?: unknown }).code === IN_FAILED_TRANSACTION) throw error;
}

const IN_FAILED_TRANSACTION = '25P02';
