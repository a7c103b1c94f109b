import type { Database } from '../../database/database.js';
import type { Tx } from '../../database/tx.js';
import type { HeldState } from './held-events.js';
import type { Place } from './inbox-position.js';

/** State of a key: that of its first held event, or `gap` when an event before that one has not arrived. */
export type HeldKeyState = Exclude<HeldState, 'queued'> | 'gap';

/** The first held event of a key. */
export interface HeldKey extends Place {
  readonly id: string;
  readonly type: string;
  readonly state: HeldKeyState;
  readonly reason: string;
  /** What a waiting event refers to. */
  readonly waitsFor: string | null;
  /** Sequence of the event that a gap misses first. */
  readonly missing: number | null;
  readonly attemptsStarted: number;
  readonly attemptsFinished: number;
  /** How many events of the key are held, this one included. */
  readonly events: number;
  readonly keptAt: Temporal.Instant;
  readonly nextAttemptAt: Temporal.Instant | null;
}

// From key to key along the unique index, without reading what lies behind each head.
const HEADS = `
  WITH RECURSIVE place AS (
    (SELECT topic, key, sequence FROM inbox_parked ORDER BY topic, key, sequence LIMIT 1)
    UNION ALL
    SELECT next.* FROM place, LATERAL (
      SELECT topic, key, sequence FROM inbox_parked p WHERE (p.topic, p.key) > (place.topic, place.key)
      ORDER BY p.topic, p.key, p.sequence LIMIT 1
    ) AS next
  ), head AS (
    SELECT p.id, p.topic, p.key, p.sequence, i.last_sequence,
      CASE WHEN p.state <> 'queued' THEN p.state WHEN p.sequence > i.last_sequence + 1 THEN 'gap' ELSE 'retrying' END AS state
    FROM place JOIN inbox_parked p USING (topic, key, sequence) JOIN inbox_position i USING (topic, key)
  )`;

const SHOWN = `
  SELECT head.id, head.topic, head.key, head.sequence, p.event->>'type' AS type, p.reason, head.state,
    CASE WHEN head.state = 'gap' THEN head.last_sequence + 1 END AS missing,
    p.waits_for AS "waitsFor", coalesce(a.started, 0) AS "attemptsStarted", coalesce(a.finished, 0) AS "attemptsFinished",
    (SELECT count(*) FROM inbox_parked f WHERE f.topic = head.topic AND f.key = head.key) AS events,
    p.parked_at AS "keptAt", p.next_attempt_at AS "nextAttemptAt"
  FROM head JOIN inbox_parked p USING (id)
  LEFT JOIN inbox_attempt a ON a.topic = head.topic AND a.key = head.key AND a.sequence = head.sequence`;

const LIST = `${HEADS}, page AS (
    SELECT * FROM head WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3
  ) ${SHOWN.replace('FROM head JOIN', 'FROM page AS head JOIN')} ORDER BY id`;
const BY_ID = `
  WITH head AS (
    SELECT p.id, p.topic, p.key, p.sequence, i.last_sequence,
      CASE WHEN p.state <> 'queued' THEN p.state WHEN p.sequence > i.last_sequence + 1 THEN 'gap' ELSE 'retrying' END AS state
    FROM inbox_parked p JOIN inbox_position i USING (topic, key)
    WHERE p.id = $1 AND NOT EXISTS (
      SELECT FROM inbox_parked b WHERE b.topic = p.topic AND b.key = p.key AND b.sequence < p.sequence
    )
  ) ${SHOWN}`;

const COUNT = `${HEADS} SELECT state, count(*) AS keys FROM head GROUP BY state`;

export const listHeldKeys = (
  database: Database,
  { state, after, limit }: { state: HeldKeyState | undefined; after: string | undefined; limit: number },
): Promise<HeldKey[]> => database.query<HeldKey>(LIST, [state ?? null, after ?? null, limit]);

/** Undefined when the event is not the first of its key. */
export async function heldKeyById(tx: Tx, id: string): Promise<HeldKey | undefined> {
  const [head] = await tx.query<HeldKey>(BY_ID, [id]);
  return head;
}

export async function retryAtOnce(tx: Tx, { topic, key, sequence }: Place): Promise<void> {
  await tx.query(
    `UPDATE inbox_parked SET state = 'retrying', next_attempt_at = now() WHERE topic = $1 AND key = $2 AND sequence = $3`,
    [topic, key, sequence],
  );
}

export async function forgetHeld(tx: Tx, { topic, key, sequence }: Place): Promise<void> {
  await tx.query(`DELETE FROM inbox_parked WHERE topic = $1 AND key = $2 AND sequence = $3`, [topic, key, sequence]);
}

const OLDEST = `SELECT coalesce(extract(epoch FROM now() - min(parked_at)), 0)::float8 AS seconds FROM inbox_parked`;

/** Age of the event that was held first; 0 where none is held. */
export async function oldestHeldSeconds(database: Database): Promise<number> {
  const [row] = await database.query<{ seconds: number }>(OLDEST);
  return row?.seconds ?? 0;
}

/** How many keys are held up, by state. */
export async function countHeldKeys(database: Database): Promise<Record<HeldKeyState, number>> {
  const rows = await database.query<{ state: HeldKeyState; keys: number }>(COUNT);
  return {
    parked: 0,
    waiting: 0,
    retrying: 0,
    gap: 0,
    ...Object.fromEntries(rows.map(({ state, keys }) => [state, keys])),
  };
}
