import type { Database } from '../../database/database.js';
import { type Sql, sql } from '../../database/sql.js';
import type { ReceivedEvent } from '../wire/envelope.js';

/** Events of one key, in order and without a hole, that no handler of the service reacts to. */
interface UnhandledRun {
  readonly topic: string;
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

// Without a lock, since nothing is applied: a key at any other place, or with held events, is left to the locked way.
const stepStatement = (runs: readonly UnhandledRun[]): Sql => sql`
  WITH run AS (
    SELECT * FROM unnest(
      ${runs.map(({ topic }) => topic)}::text[], ${runs.map(({ key }) => key)}::text[],
      ${runs.map(({ first }) => first)}::int[], ${runs.map(({ last }) => last)}::int[]
    ) AS r (topic, key, first, last)
  ), moved AS (
    UPDATE inbox_position i SET last_sequence = r.last FROM run r
    WHERE i.topic = r.topic AND i.key = r.key AND i.last_sequence = r.first - 1
      AND NOT EXISTS (SELECT FROM inbox_parked p WHERE p.topic = r.topic AND p.key = r.key)
    RETURNING i.topic, i.key
  ), begun AS (
    INSERT INTO inbox_position (topic, key, last_sequence) SELECT topic, key, last FROM run WHERE first = 1 ORDER BY topic, key
    ON CONFLICT DO NOTHING RETURNING topic, key
  )
  SELECT topic, key FROM moved UNION ALL SELECT topic, key FROM begun`;

/** The run that begins at `from`; undefined when that event has a handler. */
export function unhandledRun(
  batch: readonly ReceivedEvent[],
  from: number,
  handles: (type: string) => boolean,
): UnhandledRun | undefined {
  const start = batch[from];
  if (!start || handles(start.type)) return undefined;
  let last = start.sequence;
  for (const event of batch.slice(from + 1)) {
    if (handles(event.type) || event.sequence !== last + 1) break;
    last = event.sequence;
  }
  return { topic: start.topic, key: start.key, first: start.sequence, last };
}

/** Moves the positions of the keys that stand right before their run, in one statement. Answers those runs. */
export async function skipUnhandled(database: Database, runs: readonly UnhandledRun[]): Promise<Set<UnhandledRun>> {
  if (runs.length === 0) return new Set();
  const moved = await database.query<{ topic: string; key: string }>(stepStatement(runs));
  const names = new Set(moved.map(({ topic, key }) => JSON.stringify([topic, key])));
  return new Set(runs.filter(({ topic, key }) => names.has(JSON.stringify([topic, key]))));
}

export const lengthOf = ({ first, last }: UnhandledRun): number => last - first + 1;
