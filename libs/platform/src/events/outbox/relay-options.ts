import type { Backoff } from '../wire/backoff.js';

export interface RelayOptions {
  readonly batchSize: number;
  /** How often the outbox is looked at without being woken. */
  readonly pollMs: number;
  /** How long another relay waits before it takes over from one that went silent. */
  readonly leaseMs: number;
  /** This process is the only one on its database: take the lease at the start, whoever seems to hold it. */
  readonly alone: boolean;
  /** So many published events may not be marked as such yet: they come again when the process dies. */
  readonly unmarked: number;
  /** An event that the broker refuses is tried again after so long; its aggregate waits. */
  readonly refusedRetryMs: number;
  /** Published events stay in the outbox for so many days, then in the archive. */
  readonly keepDays: number;
  /** Pauses while the broker or the database is away. */
  readonly away: Backoff;
  /** Waited for before each batch. */
  readonly giveWay?: (signal: AbortSignal) => Promise<void>;
  /** Told after each batch how long its events had waited, in seconds. */
  readonly onRelayed?: (delaysSeconds: readonly number[]) => void;
}

export const RELAY_DEFAULTS: RelayOptions = {
  batchSize: 500,
  pollMs: 500,
  leaseMs: 10_000,
  alone: false,
  unmarked: 2_000,
  refusedRetryMs: 60_000,
  keepDays: 7,
  away: { fromMs: 100, toMs: 5_000 },
};
