import type { Database } from '../../database/database.js';
import { sql } from '../../database/sql.js';
import { type WrittenEvent, writtenToWire } from '../wire/cloud-event-headers.js';
import type { EventPublisher } from '../wire/event-publisher.js';

export interface ReplaySelection {
  /** Only these topics; all when absent. */
  readonly topics?: readonly string[] | undefined;
  /** Only what was recorded from this instant on. */
  readonly since?: Temporal.Instant | undefined;
  readonly pageSize?: number;
}

const LAST = `SELECT coalesce(max(id), 0)::bigint AS last FROM outbox`;
const LAST_ARCHIVED = `SELECT coalesce(max(id), 0)::bigint AS last FROM outbox_archive`;

/**
 * Publishes again what a service has published, from its first event, in order. The service is not asked and may be at
 * work: nothing is marked, and it needs no lease. Consumers ignore what they have applied already. Answers how many events.
 * Safe to repeat and to break off.
 */
export async function replayOutbox(
  database: Database,
  publisher: EventPublisher,
  { topics, since, pageSize = 500 }: ReplaySelection = {},
  progress: (count: number) => void = () => undefined,
): Promise<number> {
  const ends = await Promise.all([LAST, LAST_ARCHIVED].map((last) => database.query<{ last: number }>(last)));
  const end = Math.max(...ends.map(([row]) => row?.last ?? 0));
  let count = 0;
  for (let after = 0; ;) {
    // Only what was published before: the rest is the relay's, and comes in its turn.
    const rows = await database.query<WrittenEvent & { readonly id: number }>(sql`
      SELECT id, event_id, topic, key, type, sequence, headers, data::text AS value,
        to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time
      FROM (
        SELECT id, event_id, topic, key, type, sequence, time, headers, data, recorded_at FROM outbox_archive
        WHERE id > ${after} AND id <= ${end}
        UNION ALL
        SELECT id, event_id, topic, key, type, sequence, time, headers, data, recorded_at FROM outbox
        WHERE id > ${after} AND id <= ${end} AND published_at IS NOT NULL
      ) AS event
      WHERE (${topics ?? null}::text[] IS NULL OR topic = ANY (${topics ?? null}))
        AND (${since ?? null}::timestamptz IS NULL OR recorded_at >= ${since ?? null})
      ORDER BY id LIMIT ${pageSize}`);
    const last = rows.at(-1);
    if (!last) return count;
    await publisher.publish(rows.map((row) => writtenToWire(row)));
    after = last.id;
    count += rows.length;
    progress(count);
  }
}
