import type { CONSEQUENCES, Consequences } from './consequences.js';
import type { NotDone } from './not-done.js';
import type { Queries } from './queries.js';

/**
 * Does something for any number of items in a few statements; answers the results in their order. An item for which
 * nothing was done concerns no other.
 * @param alone the transaction is about one thing only, so it may wait for what others hold
 */
export type BatchWork<Item, Result> = (
  tx: Tx,
  items: readonly Item[],
  alone: boolean,
) => Promise<readonly (Result | NotDone)[]>;

/** One running transaction of a service, as use cases and consumers see it. */
export interface Tx extends Queries {
  /**
   * Does `work` for an item, together with what the other events of this transaction ask of the same `kind` at this moment.
   * @param kind one object for all that may be done together; `work` is the same for each of them
   * @throws why nothing was done for the item
   */
  batch<Item, Result>(kind: object, item: Item, work: BatchWork<Item, Result>): Promise<Result>;
  /** The platform's own: nobody else can name it, so that events and history come from changes alone. */
  readonly [CONSEQUENCES]: Consequences;
}
