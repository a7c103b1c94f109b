import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';
import type { WrittenEvent } from '../wire/cloud-event-headers.js';

export interface OutboxRow extends WrittenEvent {
  readonly id: number;
  /** System time of the commit's transaction, in epoch milliseconds with fractions. */
  readonly recordedMs: number;
}

// No cursor: a lower id that commits later is simply taken later, and none is skipped. Within an aggregate ids become
// visible in order, because its stream's row is locked until the commit. Times and data are passed on as text: reading and
// writing them again would cost more than all the rest of the relay. What the broker has refused holds up its own key.
const NEXT = `
  SELECT id, event_id, topic, key, type, sequence, headers, data::text AS value,
    to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time,
    (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedMs"
  FROM outbox o
  WHERE published_at IS NULL AND id <> ALL ($2::bigint[]) AND NOT EXISTS (
    SELECT FROM outbox_refused r WHERE r.topic = o.topic AND r.key = o.key AND r.retry_at > clock_timestamp()
  )
  ORDER BY id LIMIT $1`;

const BACKLOG = `
  SELECT count(*) AS unpublished, (SELECT count(*) FROM outbox_refused) AS "refusedKeys",
    coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS "oldestSeconds"
  FROM outbox WHERE published_at IS NULL`;

/** @param except ids of rows that are on their way already */
export const unpublishedRows = (
  database: Database,
  limit: number,
  except: readonly number[] = [],
): Promise<OutboxRow[]> => database.query<OutboxRow>(NEXT, [limit, except]);

/** False when another relay has taken over. */
export async function markPublished(database: Database, rows: readonly OutboxRow[], epoch: number): Promise<boolean> {
  const times = rows.map(({ recordedMs }) => recordedMs);
  // The database's times are finer than ours.
  const first = Temporal.Instant.fromEpochMilliseconds(Math.floor(Math.min(...times)));
  const last = Temporal.Instant.fromEpochMilliseconds(Math.ceil(Math.max(...times)) + 1);
  // Fenced: a relay whose epoch has passed advances nothing. The lock keeps the epoch as it is until this has committed.
  // The times name the partitions that the rows are in.
  const [answer] = await database.query<{ marked: number }>(sql`
    WITH lease AS (
      SELECT FROM relay_lease WHERE name = 'outbox' AND epoch = ${epoch} FOR SHARE
    ), marked AS (
      UPDATE outbox SET published_at = clock_timestamp()
      WHERE id = ANY (${rows.map(({ id }) => id)}) AND recorded_at BETWEEN ${first} AND ${last} AND published_at IS NULL
        AND EXISTS (SELECT FROM lease)
      RETURNING id, topic, key
    ), taken AS (
      DELETE FROM outbox_refused r USING marked m WHERE r.topic = m.topic AND r.key = m.key
    )
    SELECT count(*) AS marked FROM marked`);
  return answer !== undefined && answer.marked > 0;
}

/** Holds up the keys of events that the broker has refused, until they are tried again. */
export async function holdRefused(
  database: Database,
  refused: readonly { readonly row: OutboxRow; readonly reason: string }[],
  retryMs: number,
): Promise<void> {
  await database.query(sql`
    INSERT INTO outbox_refused (topic, key, event_id, reason, retry_at)
    SELECT r.topic, r.key, r.event_id, r.reason, clock_timestamp() + ${retryMs}::int * interval '1 ms'
    FROM unnest(
      ${refused.map(({ row }) => row.topic)}::text[], ${refused.map(({ row }) => row.key)}::text[],
      ${refused.map(({ row }) => row.event_id)}::uuid[], ${refused.map(({ reason }) => reason)}::text[]
    ) AS r (topic, key, event_id, reason)
    ON CONFLICT (topic, key) DO UPDATE SET event_id = excluded.event_id, reason = excluded.reason, retry_at = excluded.retry_at`);
}

export interface Backlog {
  readonly unpublished: number;
  /** Aggregates whose events wait because the broker refuses the first of them. */
  readonly refusedKeys: number;
  /** Age of the oldest unpublished event; 0 when there is none. */
  readonly oldestSeconds: number;
}

export async function outboxBacklog(database: Database): Promise<Backlog> {
  const [row] = await database.query<Backlog>(BACKLOG);
  return row ?? { unpublished: 0, refusedKeys: 0, oldestSeconds: 0 };
}
