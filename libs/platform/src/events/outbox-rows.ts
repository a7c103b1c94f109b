import type { Database } from '../database/database.js';
import type { OutboxEvent } from './cloud-event-headers.js';

export interface OutboxRow extends OutboxEvent {
  readonly id: number;
  /** System time of the commit's transaction. */
  readonly recorded_at: Temporal.Instant;
}

// No cursor: a lower id that commits later is simply taken later, and none is skipped. Within an aggregate ids become
// visible in order, because its stream's row is locked until the commit.
const NEXT = `
  SELECT id, event_id, topic, key, type, sequence, time, headers, data, recorded_at FROM outbox
  WHERE published_at IS NULL ORDER BY id LIMIT $1`;

// Fenced: a relay whose epoch has passed advances nothing. The lock keeps the epoch as it is until this has committed.
const MARK = `
  WITH lease AS (SELECT FROM relay_lease WHERE name = 'outbox' AND epoch = $2 FOR SHARE)
  UPDATE outbox SET published_at = clock_timestamp()
  WHERE id = ANY ($1) AND published_at IS NULL AND EXISTS (SELECT FROM lease)
  RETURNING id`;

const BACKLOG = `
  SELECT count(*) AS unpublished, coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS "oldestSeconds"
  FROM outbox WHERE published_at IS NULL`;

export const unpublishedRows = (database: Database, limit: number): Promise<OutboxRow[]> =>
  database.query<OutboxRow>(NEXT, [limit]);

/** False when another relay has taken over. */
export async function markPublished(database: Database, rows: readonly OutboxRow[], epoch: number): Promise<boolean> {
  const marked = await database.query(MARK, [rows.map(({ id }) => id), epoch]);
  return marked.length > 0;
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
