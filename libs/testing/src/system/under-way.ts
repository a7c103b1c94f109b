import type pg from 'pg';

/** What an event may lie in between the service that tells it and the one that reacts. */
const UNDER_WAY = (schema: string): string => `
  SELECT '${schema}.inbox_parked' AS at, p.topic, p.key, p.sequence,
    concat_ws(' ', p.state, 'next attempt ' || p.next_attempt_at::text, 'waits for ' || p.waits_for, p.reason) AS how
  FROM ${schema}.inbox_parked p
  UNION ALL
  SELECT '${schema}.outbox', o.topic, o.key, o.sequence, 'not published' FROM ${schema}.outbox o WHERE o.published_at IS NULL`;

const UNREAD = `
  SELECT p.consumer_group AS at, t.name AS topic, '' AS key, p.next_offset AS sequence, 'of ' || t.next_offset || ' read' AS how
  FROM transport.consumer_position p JOIN transport.topic t ON t.name = p.topic WHERE p.next_offset < t.next_offset`;

const looks = new Set<() => Promise<string>>();

/** Has what is under way in a system told where a spec has waited in vain. Answers what ends that. */
export function tellWhenInVain(admin: pg.Pool, schemas: readonly string[]): () => void {
  const look = async (): Promise<string> => {
    const { rows } = await admin.query<Record<string, unknown>>(
      `SELECT * FROM (${[...schemas.map(UNDER_WAY), UNREAD].join(' UNION ALL ')}) AS u ORDER BY at, topic, key, sequence LIMIT 50`,
    );
    const { rows: others } = await admin.query<{ query: string }>(
      `SELECT state || ' for ' || (now() - state_change) || ': ' || left(query, 200) AS query FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
    );
    return [...rows.map((row) => Object.values(row).join(' ')), ...others.map(({ query }) => query)].join('\n  ');
  };
  looks.add(look);
  return () => void looks.delete(look);
}

/** What lies in between in the systems that run. */
export async function underWay(): Promise<string> {
  const all = await Promise.all([...looks].map((look) => look().catch((error: unknown) => String(error))));
  return all.join('\n  ') || 'nothing';
}
