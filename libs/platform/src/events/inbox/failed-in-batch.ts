import type { KeyBatch } from './key-batch.js';

/** Events could not be applied together with others. `cause` is the first handler's own error. */
export class FailedInBatch extends Error {
  override readonly name = 'FailedInBatch';

  constructor(
    readonly batches: readonly KeyBatch[],
    /** It was the first of its batch, and that was alone in its transaction. */
    readonly first: boolean,
    cause: unknown,
  ) {
    super('events could not be applied together with others', { cause });
  }
}
