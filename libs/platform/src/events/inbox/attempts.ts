import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';
import type { Tx } from '../../database/tx.js';
import type { Place } from './inbox-position.js';

/** Attempts at one event. A start without an end is an attempt during which the process died. */
export interface Attempts {
  readonly started: number;
  readonly finished: number;
}

const BEGIN = `
  INSERT INTO inbox_attempt AS a (topic, key, sequence, started, finished) SELECT $1, $2, $3, 1, 0
  WHERE NOT EXISTS (SELECT FROM inbox_position WHERE topic = $1 AND key = $2 AND last_sequence >= $3)
  ON CONFLICT (topic, key, sequence) DO UPDATE SET started = a.started + 1
  RETURNING started, finished`;

const FORGIVE = `UPDATE inbox_attempt SET started = started - 1 WHERE topic = $1 AND key = $2 AND sequence = $3`;

const FORGET = `DELETE FROM inbox_attempt WHERE topic = $1 AND key = $2 AND sequence = $3`;

/** Records a start before the attempt, in a transaction of its own. Undefined: the event was applied already. */
export async function beginAttempt(database: Database, { topic, key, sequence }: Place): Promise<Attempts | undefined> {
  const [attempts] = await database.query<Attempts>(BEGIN, [topic, key, sequence]);
  return attempts;
}

/** Records the end of a failed attempt, and its start too unless {@link beginAttempt} did. */
export async function failAttempt(tx: Tx, { topic, key, sequence }: Place, begun: boolean): Promise<Attempts> {
  const [attempts] = await tx.query<Attempts>(sql`
    INSERT INTO inbox_attempt AS a (topic, key, sequence, started, finished) VALUES (${topic}, ${key}, ${sequence}, 1, 1)
    ON CONFLICT (topic, key, sequence) DO UPDATE SET started = a.started + ${begun ? 0 : 1}::int, finished = a.finished + 1
    RETURNING started, finished`);
  return attempts ?? { started: 1, finished: 1 };
}

/** The attempt could not succeed for want of something else: it does not count. */
export async function forgiveAttempt(tx: Tx, { topic, key, sequence }: Place): Promise<void> {
  await tx.query(FORGIVE, [topic, key, sequence]);
}

/** Counts from zero again. */
export async function forgetAttempts(tx: Tx, { topic, key, sequence }: Place): Promise<void> {
  await tx.query(FORGET, [topic, key, sequence]);
}
