import type { EventLogger } from '../wire/event-logger.js';
import { FailedInBatch } from './failed-in-batch.js';
import { failureKind } from './failure-kind.js';
import type { BatchTransaction, BatchOutcome } from './batch-transaction.js';
import type { KeyBatch } from './key-batch.js';
import type { SequentialApplication } from './sequential-application.js';

/** Deals with groups of keys in as few transactions as it takes; what that cannot decide, one event after the other. */
export class BatchApplication {
  constructor(
    private readonly groups: BatchTransaction,
    private readonly sequential: SequentialApplication,
    private readonly logger: EventLogger,
    /** @param waitingToo something new is known, for which other events may wait */
    private readonly callSweep: (waitingToo: boolean) => void,
  ) {}

  async run(group: readonly KeyBatch[], signal: AbortSignal): Promise<void> {
    for (let batches = group; batches.length > 0;) {
      signal.throwIfAborted();
      batches = await this.once(batches, signal);
    }
  }

  /** One transaction, or what has to be done without one. Answers what is left to do. */
  private async once(batches: readonly KeyBatch[], signal: AbortSignal): Promise<readonly KeyBatch[]> {
    let outcome: BatchOutcome;
    try {
      outcome = await this.groups.apply(batches, signal);
    } catch (error) {
      return this.afterFailure(error, batches, signal);
    }
    if (outcome.snapshot) this.callSweep(true);
    for (const key of await outcome.followed) await this.sequential.drain(key, signal);
    for (const { batch, error } of outcome.failed) await this.sequential.runAfterFailure(batch, error, signal);
    for (const batch of outcome.alone) await this.sequential.run(batch, 'fresh', signal);
    return outcome.rest;
  }

  /** An event that has failed in company is tried alone before anything is held against it: a neighbour may be at fault. */
  private async afterFailure(
    error: unknown,
    batches: readonly KeyBatch[],
    signal: AbortSignal,
  ): Promise<readonly KeyBatch[]> {
    if (error instanceof FailedInBatch) {
      const { batches: failed, first, cause } = error;
      if (first) await this.sequential.runAfterFailure(failed[0]!, cause, signal);
      else for (const batch of failed) await this.sequential.run(batch, 'fresh', signal);
      return batches.filter((other) => !failed.includes(other));
    }
    if (batches.length > 1 && failureKind(error) !== 'transient') {
      // Nobody knows whose fault it is: the good half goes together, and so on.
      const half = Math.ceil(batches.length / 2);
      for (const part of [batches.slice(0, half), batches.slice(half)]) await this.run(part, signal);
      return [];
    }
    if (failureKind(error) === 'transient')
      this.logger.warn({ err: error }, 'events could not be applied together; now one by one');
    for (const batch of batches) await this.sequential.run(batch, 'fresh', signal);
    return [];
  }
}
