import type { Actor } from '../auth/actor.js';
import type { Scope } from '../auth/permissions.js';
import type { Tx } from '../database/tx.js';

/** One of many: its id, and the version that the officer saw. */
export interface BulkTarget {
  readonly id: string;
  readonly version: number;
}

/** What is asked of each: an object of the action's own, stored as JSON. */
export type BulkParameters = object;

/** One target in hand, with what was asked for it and who asked. */
export interface BulkItem<Parameters extends BulkParameters = BulkParameters> {
  readonly target: BulkTarget;
  readonly parameters: Parameters;
  readonly actor: Actor;
  /** Only to see what would happen: the transaction is rolled back. Nothing may be done outside of it in any case. */
  readonly dryRun: boolean;
}

/** What an action does to one of many, with the parameters that it takes. */
export interface BulkHandler<Parameters extends BulkParameters = BulkParameters> {
  /** What the action is called in the API. */
  readonly action: string;
  /** What the single action requires of the token. */
  readonly scope: Scope;
  /**
   * Runs the use case of the single action, in the item's own transaction. What it refuses is the item's result.
   * Answers what a list of results shows.
   */
  execute(tx: Tx, item: BulkItem<Parameters>): Promise<Readonly<Record<string, unknown>>>;
  /** Refuses the whole, where what is asked can be done to none of the selected ones. */
  assertSelection?(tx: Tx, actionId: string, parameters: Parameters): Promise<void>;
}

/** The handlers of a service. */
export const BULK_HANDLERS = Symbol('bulk handlers');
