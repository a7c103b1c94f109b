import type { Tx } from '../database/tx.js';

/** One event's place in its aggregate's life. */
export interface Place {
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
}

export type Step = 'apply' | 'ignore' | 'queue';

/** n+1 is applied after n, n again is ignored, and after a hole the key queues; a snapshot may start or jump forward. */
export const stepFor = (last: number, sequence: number, snapshot: boolean): Step => {
  if (sequence <= last) return 'ignore';
  return sequence === last + 1 || snapshot ? 'apply' : 'queue';
};

export interface Position {
  /** Sequence of the event applied last; 0 before the first. */
  readonly last: number;
  /** The event lies in the inbox already: parked, waiting, retrying or queued. */
  readonly kept: boolean;
}

// Changes nothing, but locks the row and reads what was committed last: until the end of this transaction nobody else, in
// whatever process, works on this key.
const LOCK = `
  INSERT INTO inbox_position AS i (topic, key, last_sequence) VALUES ($1, $2, 0)
  ON CONFLICT (topic, key) DO UPDATE SET last_sequence = i.last_sequence
  RETURNING last_sequence AS last,
    EXISTS (SELECT FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence = $3) AS kept`;

// A snapshot that jumps forward supersedes what was kept before it.
const REMEMBER = `
  WITH moved AS (
    UPDATE inbox_position SET last_sequence = $3 WHERE topic = $1 AND key = $2 AND last_sequence < $3
  ), settled AS (
    DELETE FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence <= $3
  ), forgotten AS (
    DELETE FROM inbox_attempt WHERE topic = $1 AND key = $2 AND sequence <= $3
  )
  SELECT EXISTS (SELECT FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence > $3) AS followers`;

/** Locks the key until the end of the transaction. */
export async function lockPosition(tx: Tx, { topic, key, sequence }: Place): Promise<Position> {
  const [position] = await tx.query<Position>(LOCK, [topic, key, sequence]);
  return position ?? { last: 0, kept: false };
}

/** Remembers the event as applied, under the lock. Answers whether events that came too early wait behind it. */
export async function rememberApplied(tx: Tx, { topic, key, sequence }: Place): Promise<boolean> {
  const [row] = await tx.query<{ followers: boolean }>(REMEMBER, [topic, key, sequence]);
  return row?.followers ?? false;
}
