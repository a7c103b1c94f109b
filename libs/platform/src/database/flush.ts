import type { RequestContext } from '../observability/request-context.js';
import { chain, EMPTY_HISTORY, type HistoryHead, type HistoryLine } from './history.js';
import { newOutboxRows } from './new-outbox-rows.js';
import type { Pending, UnitOfWorkOptions } from './unit-of-work.js';
import type { Tx } from './tx.js';

const HEADS = `
  SELECT DISTINCT ON (aggregate) aggregate, n, hash FROM history
  WHERE aggregate = ANY ($1) ORDER BY aggregate, n DESC`;

// The stream's row is locked until the commit, so the events of one aggregate become visible in the order of their ids.
const EVENTS = `
  stream AS (
    INSERT INTO event_stream AS s (topic, key, last_sequence)
    SELECT e->>'topic', e->>'key', count(*) FROM jsonb_array_elements($1::jsonb) AS e GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (topic, key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
    RETURNING topic, key, last_sequence
  ), events AS (
    INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data)
    SELECT e.event_id, e.topic, e.key, e.type, s.last_sequence - e.followers, e.time, e.headers, e.data
    FROM jsonb_to_recordset($1::jsonb) AS e (event_id uuid, topic text, key text, type text, followers int, time timestamptz,
      headers jsonb, data jsonb, position int)
    JOIN stream s ON s.topic = e.topic AND s.key = e.key
    ORDER BY e.position
  )`;
const HISTORY = `
  lines AS (
    INSERT INTO history (aggregate, n, at, actor, action, detail, previous, hash)
    SELECT aggregate, n, at, actor, action, detail, decode(previous, 'hex'), decode(hash, 'hex')
    FROM jsonb_to_recordset($2::jsonb) AS l (aggregate text, n int, at timestamptz, actor text, action text, detail jsonb, previous text, hash text)
  )`;
const ANSWER = `
  answer AS (
    INSERT INTO idempotency (client, key, fingerprint, status, headers, body)
    SELECT client, key, fingerprint, status, headers, body
    FROM jsonb_to_record($3::jsonb) AS a (client text, key text, fingerprint text, status int, headers jsonb, body jsonb)
  )`;

// Three parameters always, whichever parts are there: four texts of SQL in all, each prepared once.
const statement = (events: boolean, lines: boolean, answer: boolean): string => {
  const parts = [events && EVENTS, lines && HISTORY, answer && ANSWER].filter((part) => part !== false);
  return `WITH ${parts.join(', ')} SELECT $1::jsonb IS NULL AND $2::jsonb IS NULL AND $3::jsonb IS NULL AS nothing`;
};

async function newLines(
  tx: Tx,
  pending: Pending,
  historyKey: string,
): Promise<{ lines: HistoryLine[]; heads: Map<string, HistoryHead> }> {
  const heads = new Map<string, HistoryHead>();
  for (const { entry, head } of pending.entries)
    if (head && !heads.has(entry.aggregate)) heads.set(entry.aggregate, head);
  const unknown = [...new Set(pending.entries.map(({ entry }) => entry.aggregate))].filter(
    (aggregate) => !heads.has(aggregate),
  );
  if (unknown.length > 0) {
    const rows = await tx.query<HistoryHead & { aggregate: string }>(HEADS, [unknown]);
    for (const { aggregate, n, hash } of rows) heads.set(aggregate, { n, hash });
  }
  const lines = pending.entries.map(({ entry }) => {
    const line = chain(historyKey, heads.get(entry.aggregate) ?? EMPTY_HISTORY, entry);
    heads.set(entry.aggregate, line);
    return line;
  });
  return { lines, heads };
}

/** Writes all that the transaction collected, in one statement (two, when the head of a history was not known). */
export async function flush(
  tx: Tx,
  pending: Pending,
  context: RequestContext,
  options: UnitOfWorkOptions,
): Promise<void> {
  const { lines, heads } = await newLines(tx, pending, options.historyKey);
  const events = newOutboxRows(pending.events, heads, options.source);
  const { idempotency } = context;
  const answer = idempotency && pending.answer ? { ...idempotency, ...pending.answer } : undefined;
  if (events.length === 0 && lines.length === 0 && !answer) return;
  await tx.query(statement(events.length > 0, lines.length > 0, answer !== undefined), [
    events.length > 0 ? JSON.stringify(events) : null,
    lines.length > 0
      ? JSON.stringify(
          lines.map((line) => ({
            ...line,
            at: line.at.toString(),
            previous: line.previous.toString('hex'),
            hash: line.hash.toString('hex'),
          })),
        )
      : null,
    answer ? JSON.stringify(answer) : null,
  ]);
}
