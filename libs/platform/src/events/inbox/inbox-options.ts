import type { Backoff } from '../wire/backoff.js';

export interface InboxOptions {
  /** How many aggregates of a batch are worked on at once, where each is alone. */
  readonly parallelKeys: number;
  /** How many transactions with several aggregates a batch is divided into at once. */
  readonly parallelGroups: number;
  /** A batch is divided only into groups of at least so many aggregates. */
  readonly leastKeys: number;
  /** How many events at most are applied in one transaction. */
  readonly groupEvents: number;
  /** After so long a transaction of several events takes no further one: its keys and rows are locked meanwhile. */
  readonly groupMs: number;
  /** After so many failed attempts (or ended processes) an event is parked. */
  readonly attemptLimit: number;
  /** Pause after the first, second… failed attempt; the last one repeats. */
  readonly retryDelaysMs: readonly number[];
  /** How long a handler may take: less than the database lets a transaction idle. */
  readonly handlerLimitMs: number;
  /** First pause before an event that waits for something unknown is tried again; grows with its age. */
  readonly waitingDelayMs: number;
  /** How often the sweep looks for events that are due. */
  readonly sweepMs: number;
  /** An attempt that has not ended after this time belonged to a process that died. */
  readonly attemptLeaseMs: number;
  /** No other process serves this service: an attempt in work at the start belonged to a process that died. */
  readonly alone: boolean;
  /** Pauses while the database is away. */
  readonly transient: Backoff;
}

export const INBOX_DEFAULTS: InboxOptions = {
  parallelKeys: 8,
  parallelGroups: 4,
  leastKeys: 25,
  groupEvents: 100,
  groupMs: 100,
  attemptLimit: 5,
  retryDelaysMs: [0, 1_000, 4_000, 9_000],
  handlerLimitMs: 20_000,
  waitingDelayMs: 2_000,
  sweepMs: 1_000,
  attemptLeaseMs: 60_000,
  alone: false,
  transient: { fromMs: 100, toMs: 5_000 },
};
