import type { Database } from '../../database/database.js';
import type { WrittenEvent } from '../wire/cloud-event-headers.js';

export interface OutboxRow extends WrittenEvent {
  readonly id: number;
  /** System time of the commit's transaction, in epoch milliseconds with fractions. */
  readonly recordedMs: number;
}

// No cursor: a lower id that commits later is simply taken later, and none is skipped. Within an aggregate ids become
// visible in order, because its stream's row is locked until the commit. Times and data are passed on as text: reading and
// writing them again would cost more than all the rest of the relay.
const NEXT = `
  SELECT id, event_id, topic, key, type, sequence, headers, data::text AS value,
    to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time,
    (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedMs"
  FROM outbox
  WHERE published_at IS NULL AND id <> ALL ($2::bigint[]) ORDER BY id LIMIT $1`;

// Fenced: a relay whose epoch has passed advances nothing. The lock keeps the epoch as it is until this has committed.
// The times name the partitions that the rows are in.
const MARK = `
  WITH lease AS (
    SELECT FROM relay_lease WHERE name = 'outbox' AND epoch = $2 FOR SHARE
  ), marked AS (
    UPDATE outbox SET published_at = clock_timestamp()
    WHERE id = ANY ($1) AND recorded_at BETWEEN $3 AND $4 AND published_at IS NULL AND EXISTS (SELECT FROM lease)
    RETURNING id
  )
  SELECT count(*) AS marked FROM marked`;

const BACKLOG = `
  SELECT count(*) AS unpublished, coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS "oldestSeconds"
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
  const [answer] = await database.query<{ marked: number }>(MARK, [
    rows.map(({ id }) => id),
    epoch,
    // The database's times are finer than ours.
    Temporal.Instant.fromEpochMilliseconds(Math.floor(Math.min(...times))),
    Temporal.Instant.fromEpochMilliseconds(Math.ceil(Math.max(...times)) + 1),
  ]);
  return answer !== undefined && answer.marked > 0;
}

export interface Backlog {
  readonly unpublished: number;
  /** Age of the oldest unpublished event; 0 when there is none. */
  readonly oldestSeconds: number;
}

export async function outboxBacklog(database: Database): Promise<Backlog> {
  const [row] = await database.query<Backlog>(BACKLOG);
  return row ?? { unpublished: 0, oldestSeconds: 0 };
}

/** Makes the partitions of the coming days, and drops old ones whose events are all published. */
export const maintainOutbox = (database: Database, keepDays: number): Promise<unknown> =>
  database.query('SELECT outbox_maintain($1)', [keepDays]);
