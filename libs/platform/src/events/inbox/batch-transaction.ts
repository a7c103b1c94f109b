import type { Tx } from '../../database/tx.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import type { EventContract, ReceivedEvent } from '../wire/envelope.js';
import { FailedInBatch } from './failed-in-batch.js';
import { failureKind } from './failure-kind.js';
import type { InboxOptions } from './inbox-options.js';
import { type Key, lockPositions, nameOf, type Place, rememberAllApplied, stepFor } from './inbox-position.js';
import { after, type KeyBatch } from './key-batch.js';
import type { Reactions } from './reactions.js';
import { TransactionBudget } from './transaction-budget.js';

/** What became of a group of batches; what is in none of the lists is durably applied. */
export interface BatchOutcome {
  /** Not reached in this transaction: for the next one. */
  readonly rest: readonly KeyBatch[];
  /** Must be decided event by event: after a hole, or something of the key is held already. */
  readonly alone: readonly KeyBatch[];
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
      const applied: Place[] = [];
      const rest: KeyBatch[] = [];
      const alone: KeyBatch[] = [];
      let snapshot = false;
      for (const batch of batches) {
        const position = positions.get(nameOf(batch));
        if (!position || position.held) {
          alone.push(batch);
          continue;
        }
        const done = await this.applyBatch(tx, batch, position.last, budget);
        snapshot ||= done.snapshot;
        if (done.last > position.last) applied.push({ topic: batch.topic, key: batch.key, sequence: done.last });
        (done.hole ? alone : rest).push(...after(batch, done.reached));
      }
      // Travels with the commit, which fails when this does.
      const followed = rememberAllApplied(tx, applied);
      followed.catch(() => undefined);
      return { rest, alone, snapshot, followed };
    });
  }

  /** Applies the events of one batch as far as the budget allows, or up to a hole. */
  private async applyBatch(tx: Tx, batch: KeyBatch, from: number, budget: TransactionBudget) {
    let last = from;
    let snapshot = false;
    for (const [reached, event] of batch.events.entries()) {
      if (budget.isOver()) return { last, snapshot, reached, hole: false };
      const contract = this.reactions.contractOf(event.type);
      const step = stepFor(last, event.sequence, contract?.snapshot ?? false);
      if (step === 'queue') return { last, snapshot, reached, hole: true };
      if (step === 'ignore') continue;
      if (contract) {
        await this.react(
          tx,
          contract,
          event,
          (error) => new FailedInBatch(batch, budget.isNew && reached === 0, error),
        );
        budget.spend();
        snapshot ||= contract.snapshot ?? false;
      }
      last = event.sequence;
    }
    return { last, snapshot, reached: batch.events.length, hole: false };
  }

  private async react(
    tx: Tx,
    contract: EventContract,
    event: ReceivedEvent,
    blamed: (error: unknown) => FailedInBatch,
  ): Promise<void> {
    try {
      await this.reactions.within(event, () => this.reactions.react(contract, event, tx));
    } catch (error) {
      // Somebody before it has swallowed an error of the database, or the database chose a victim: nobody knows whose fault.
      if (failureKind(error) === 'transient' || (error as { code?: unknown }).code === IN_FAILED_TRANSACTION)
        throw error;
      throw blamed(error);
    }
  }
}

const IN_FAILED_TRANSACTION = '25P02';
