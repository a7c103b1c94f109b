import type { Life } from './life.js';

/** An event could not be applied together with others. `cause` is the handler's own error. */
export class FailedInCompany extends Error {
  override readonly name = 'FailedInCompany';

  constructor(
    readonly life: Life,
    /** It was the first to run in its transaction, and of its life: as if it had been alone. */
    readonly first: boolean,
    cause: unknown,
  ) {
    super('an event could not be applied together with others', { cause });
  }
}
