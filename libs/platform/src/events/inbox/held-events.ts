import { newId } from '@motcua/kernel';
import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';
import type { Tx } from '../../database/tx.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { Key, Place } from './inbox-position.js';
import { fromStored, toStored, type StoredEvent } from './stored-event.js';

/**
 * Why an event lies in the inbox instead of being applied.
 * `queued`: an earlier event of its key has not been applied. `waiting`: it refers to something unknown yet.
 * `retrying`: it failed and will be tried again. `parked`: it failed too often; a person decides.
 */
export type HeldState = 'queued' | 'waiting' | 'retrying' | 'parked';

export interface Hold {
  readonly state: HeldState;
  readonly reason: string;
  readonly waitsFor?: string;
  /** Pause before the next attempt; none for what is not tried by itself. */
  readonly delayMs?: number;
}

// By indexes alone, however much is held: what waits for the event before it is marked as due when that one is applied.
const DUE = `
  SELECT topic, key, min(sequence) AS sequence FROM (
    (SELECT topic, key, sequence FROM inbox_parked WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 100)
    UNION
    (SELECT topic, key, sequence FROM inbox_parked WHERE $1 AND state = 'waiting' ORDER BY parked_at LIMIT 100)
  ) AS due
  GROUP BY topic, key`;

// From key to key along the unique index: the first event of each, where its turn has come and nobody has marked it.
const MARK_FOLLOWERS = `
  WITH RECURSIVE head AS (
    (SELECT topic, key, sequence FROM inbox_parked ORDER BY topic, key, sequence LIMIT 1)
    UNION ALL
    SELECT next.* FROM head, LATERAL (
      SELECT topic, key, sequence FROM inbox_parked p WHERE (p.topic, p.key) > (head.topic, head.key)
      ORDER BY p.topic, p.key, p.sequence LIMIT 1
    ) AS next
  )
  UPDATE inbox_parked p SET next_attempt_at = now() FROM head JOIN inbox_position i USING (topic, key)
  WHERE p.topic = head.topic AND p.key = head.key AND p.sequence = head.sequence
    AND p.state = 'queued' AND p.sequence <= i.last_sequence + 1 AND p.next_attempt_at IS NULL`;

const HEAD = `
  SELECT sequence, state, event,
    CASE state WHEN 'queued' THEN sequence <= (SELECT last_sequence + 1 FROM inbox_position WHERE topic = $1 AND key = $2)
               WHEN 'parked' THEN false
               WHEN 'waiting' THEN $3 OR next_attempt_at <= now()
               ELSE next_attempt_at <= now() END AS due
  FROM inbox_parked WHERE topic = $1 AND key = $2 ORDER BY sequence LIMIT 1`;

const END_LEASES = `UPDATE inbox_parked SET next_attempt_at = now() WHERE state = 'retrying' AND next_attempt_at > now()`;

/** Holds an event durably instead of applying it; an event that is held already gets the new state. */
export async function holdEvent(
  tx: Tx,
  event: ReceivedEvent,
  { state, reason, waitsFor, delayMs }: Hold,
): Promise<void> {
  const { topic, key, sequence } = event;
  const stored = JSON.stringify(toStored(event));
  // What waits is asked for ever less often as it grows old: up to once a minute.
  await tx.query(sql`
    INSERT INTO inbox_parked AS p (id, topic, key, sequence, event, state, reason, waits_for, next_attempt_at)
    VALUES (${newId()}, ${topic}, ${key}, ${sequence}, ${stored}, ${state}, ${reason}, ${waitsFor ?? null},
      now() + ${delayMs ?? null}::int * interval '1 ms')
    ON CONFLICT (topic, key, sequence) DO UPDATE SET
      state = excluded.state, reason = excluded.reason, waits_for = excluded.waits_for,
      next_attempt_at = CASE excluded.state
        WHEN 'waiting' THEN greatest(excluded.next_attempt_at, least(now() + (now() - p.parked_at) / 4, now() + interval '1 minute'))
        ELSE excluded.next_attempt_at END`);
}

/** Keys whose first held event may be tried now. `waitingToo`: something new is known, so ask what waits as well. */
export const dueKeys = (database: Database, waitingToo: boolean): Promise<Place[]> =>
  database.query<Place>(DUE, [waitingToo]);

/**
 * The first held event of a key, if it may be tried now; leased to the caller, so that two processes do not spend its
 * attempts at once.
 */
export async function leaseHead(
  database: Database,
  { topic, key }: Key,
  leaseMs: number,
  waitingToo: boolean,
): Promise<ReceivedEvent | undefined> {
  const [head] = await database.query<{ sequence: number; event: StoredEvent; due: boolean }>(HEAD, [
    topic,
    key,
    waitingToo,
  ]);
  if (!head?.due) return undefined;
  const leased = await database.query(sql`
    UPDATE inbox_parked SET state = 'retrying', next_attempt_at = now() + ${leaseMs}::int * interval '1 ms'
    WHERE topic = ${topic} AND key = ${key} AND sequence = ${head.sequence} AND (state <> 'retrying' OR next_attempt_at <= now())
    RETURNING sequence`);
  return leased.length > 0 ? fromStored(head.event) : undefined;
}

/** Makes the events due that a process may have had in work when it died. */
export async function endLeases(database: Database): Promise<void> {
  await database.query(END_LEASES);
}

/** Makes due what could go on, where a process has died, or ran an earlier release, before it said so. */
export async function markFollowersDue(database: Database): Promise<void> {
  await database.query(MARK_FOLLOWERS);
}
