import type { KeyBatch } from './key-batch.js';

/** An event could not be applied together with others. `cause` is the handler's own error. */
export class FailedInBatch extends Error {
  override readonly name = 'FailedInBatch';

  constructor(
    readonly batch: KeyBatch,
    /** It was the first to run in its transaction, and of its batch: as if it had been alone. */
    readonly first: boolean,
    cause: unknown,
  ) {
    super('an event could not be applied together with others', { cause });
  }
}
