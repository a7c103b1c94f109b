import type { Type } from '@nestjs/common';

/** A row that has come due: its instant and its key, which together are its place in the order of the sweep. */
export interface DueRow {
  readonly at: Temporal.Instant;
  readonly id: string;
}

/**
 * What a service does when an instant has passed. Due instants are rows: a job only wakes the sweep, and the sweep asks
 * which rows the legal clock has passed. So an outage of any length, and a clock that a story moves, lose nothing.
 */
export interface Sweep {
  /** In kebab-case: the name of its job, its metric and its line in the log. */
  readonly name: string;
  /** The first `limit` rows that are due, in the order of their place, after `after`. */
  due(after: DueRow | undefined, limit: number): Promise<readonly DueRow[]>;
  /**
   * Settles one row, in a transaction of its own that looks again under the row's lock: another process may have been
   * faster. What it throws is logged and counted, and stops none of the rows behind it. False where nothing was left to do.
   */
  settle(row: DueRow): Promise<boolean>;
}

export type SweepClass = Type<Sweep>;
