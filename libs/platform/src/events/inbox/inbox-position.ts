import type { Database } from '../../database/database.js';
import type { Tx } from '../../database/tx.js';

/** An aggregate, as the inbox knows it. */
export interface Key {
  readonly topic: string;
  readonly key: string;
}

/** One event's place in its aggregate's life. */
export interface Place extends Key {
  readonly sequence: number;
}

export type Step = 'apply' | 'ignore' | 'queue';

/** n+1 is applied after n, n again is ignored, and after a hole the key queues; a snapshot may start or jump forward. */
export function stepFor(last: number, sequence: number, snapshot: boolean): Step {
  if (sequence <= last) return 'ignore';
  return sequence === last + 1 || snapshot ? 'apply' : 'queue';
}

interface Position {
  /** Sequence of the event applied last; 0 before the first. */
  readonly last: number;
  /** The event lies in the inbox already: parked, waiting, retrying or queued. */
  readonly held: boolean;
}

// Changes nothing, but locks the row and reads what was committed last: until the end of this transaction nobody else, in
// whatever process, works on this key.
const LOCK = `
  INSERT INTO inbox_position AS i (topic, key, last_sequence) VALUES ($1, $2, 0)
  ON CONFLICT (topic, key) DO UPDATE SET last_sequence = i.last_sequence
  RETURNING last_sequence AS last,
    EXISTS (SELECT FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence = $3) AS held`;

// A snapshot that jumps forward supersedes what was held before it. The event behind becomes due: should this process die
// before it goes on with the key, the sweep finds it.
const REMEMBER = `
  WITH moved AS (
    UPDATE inbox_position SET last_sequence = $3 WHERE topic = $1 AND key = $2 AND last_sequence < $3
  ), settled AS (
    DELETE FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence <= $3
  ), forgotten AS (
    DELETE FROM inbox_attempt WHERE topic = $1 AND key = $2 AND sequence <= $3
  ), follower AS (
    UPDATE inbox_parked SET next_attempt_at = now() WHERE topic = $1 AND key = $2 AND sequence = $3 + 1 AND state = 'queued'
  )
  SELECT EXISTS (SELECT FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence > $3) AS followers`;

// The keys in their order, always: two processes that have some in common wait for each other, but never in a circle.
const LOCK_ALL = `
  INSERT INTO inbox_position AS i (topic, key, last_sequence)
  SELECT topic, key, 0 FROM unnest($1::text[], $2::text[]) AS wanted (topic, key) ORDER BY topic, key
  ON CONFLICT (topic, key) DO UPDATE SET last_sequence = i.last_sequence
  RETURNING topic, key, last_sequence AS last,
    EXISTS (SELECT FROM inbox_parked p WHERE p.topic = i.topic AND p.key = i.key) AS held`;

// What was held may have been so between the locks and the look: it is settled here as after a single event.
const REMEMBER_ALL = `
  WITH applied AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) AS a (topic, key, sequence)
  ), moved AS (
    UPDATE inbox_position i SET last_sequence = a.sequence FROM applied a WHERE i.topic = a.topic AND i.key = a.key
  ), settled AS (
    DELETE FROM inbox_parked p USING applied a WHERE p.topic = a.topic AND p.key = a.key AND p.sequence <= a.sequence
  ), forgotten AS (
    DELETE FROM inbox_attempt t USING applied a WHERE t.topic = a.topic AND t.key = a.key AND t.sequence <= a.sequence
  ), follower AS (
    UPDATE inbox_parked p SET next_attempt_at = now() FROM applied a
    WHERE p.topic = a.topic AND p.key = a.key AND p.sequence = a.sequence + 1 AND p.state = 'queued'
  )
  SELECT topic, key FROM applied a
  WHERE EXISTS (SELECT FROM inbox_parked p WHERE p.topic = a.topic AND p.key = a.key AND p.sequence > a.sequence)`;

/** Locks the key until the end of the transaction. */
export async function lockPosition(tx: Tx, { topic, key, sequence }: Place): Promise<Position> {
  const [position] = await tx.query<Position>(LOCK, [topic, key, sequence]);
  return position ?? { last: 0, held: false };
}

/** Remembers the event as applied, under the lock. Answers whether events that came too early wait behind it. */
export async function rememberApplied(tx: Tx, { topic, key, sequence }: Place): Promise<boolean> {
  const [row] = await tx.query<{ followers: boolean }>(REMEMBER, [topic, key, sequence]);
  return row?.followers ?? false;
}

/**
 * Locks several keys until the end of the transaction, in one statement. Here `held` says that any event of the key lies in
 * the inbox. Answers by {@link nameOf}.
 */
export async function lockPositions(tx: Tx, keys: readonly Key[]): Promise<Map<string, Position>> {
  const rows = await tx.query<Position & Key>(LOCK_ALL, columnsOf(keys));
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/** Remembers the event applied last of each of several keys, under the locks. Answers the keys behind which others wait. */
export async function rememberAllApplied(tx: Tx, places: readonly Place[]): Promise<Key[]> {
  if (places.length === 0) return [];
  return tx.query<Key>(REMEMBER_ALL, [...columnsOf(places), places.map(({ sequence }) => sequence)]);
}

const LAST = `
  SELECT topic, key, last_sequence AS last FROM inbox_position
  WHERE (topic, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/** The events that were not applied when this was asked, in their order. */
export async function notYetApplied<Event extends Place>(
  database: Database,
  events: readonly Event[],
): Promise<readonly Event[]> {
  const rows = await database.query<Key & { last: number }>(LAST, columnsOf(events));
  const last = new Map(rows.map((row) => [nameOf(row), row.last]));
  return events.filter((event) => event.sequence > (last.get(nameOf(event)) ?? 0));
}

/** One text for each key of each topic. */
export const nameOf = ({ topic, key }: Key): string => JSON.stringify([topic, key]);

const columnsOf = (keys: readonly Key[]): string[][] => [keys.map(({ topic }) => topic), keys.map(({ key }) => key)];
