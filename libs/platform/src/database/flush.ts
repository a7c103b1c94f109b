import type { AnswerSeal } from './answer-seal.js';
import { assertSendable } from './event-size.js';
import { chain, EMPTY_HISTORY, type HistoryHead, type HistoryLine } from './history.js';
import { newOutboxRows } from './new-outbox-rows.js';
import type { KeptAnswer, Pending } from './pending.js';
import type { Queries } from './queries.js';
import { type Sql, sql } from './sql.js';

const headsOf = (aggregates: readonly string[]): Sql => sql`
  SELECT h.aggregate, h.n, h.hash FROM unnest(${aggregates}::text[]) AS of (aggregate)
  CROSS JOIN LATERAL (SELECT * FROM history h WHERE h.aggregate = of.aggregate ORDER BY n DESC LIMIT 1) AS h`;

// The stream's row is locked until the commit, so the events of one aggregate become visible in the order of their ids.
const publishing = (events: string): Sql => sql`
  published AS (
    SELECT * FROM jsonb_to_recordset(${events}::jsonb) AS e (event_id uuid, topic text, key text, type text,
      followers int, time timestamptz, headers jsonb, data jsonb, position int)
  ), stream AS (
    INSERT INTO event_stream AS s (topic, key, last_sequence)
    SELECT topic, key, count(*) FROM published GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (topic, key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
    RETURNING topic, key, last_sequence
  ), events AS (
    INSERT INTO outbox (event_id, topic, key, type, sequence, time, headers, data)
    SELECT e.event_id, e.topic, e.key, e.type, s.last_sequence - e.followers, e.time, e.headers, e.data
    FROM published e JOIN stream s ON s.topic = e.topic AND s.key = e.key
    ORDER BY e.position
  )`;

const recording = (lines: readonly HistoryLine[]): Sql => sql`
  lines AS (
    INSERT INTO history (aggregate, n, at, actor, action, detail, previous, hash)
    SELECT aggregate, n, at, actor, action, detail, decode(previous, 'hex'), decode(hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(lines.map(asRow))}::jsonb) AS l (aggregate text, n int, at timestamptz, actor text,
      action text, detail jsonb, previous text, hash text)
  )`;

const keeping = (answers: readonly KeptAnswer[], seal: AnswerSeal): Sql => sql`
  answers AS (
    INSERT INTO idempotency (client, key, fingerprint, status, headers, sealed, lasting)
    SELECT client, key, fingerprint, status, headers, decode(sealed, 'base64'), lasting
    FROM jsonb_to_recordset(${JSON.stringify(answers.map((one) => asSealed(one, seal)))}::jsonb) AS a (client text, key text,
      fingerprint text, status int, headers jsonb, sealed text, lasting boolean)
  )`;

const asRow = ({ at, previous, hash, ...line }: HistoryLine): object => ({
  ...line,
  at: at.toString(),
  previous: previous.toString('hex'),
  hash: hash.toString('hex'),
});

const asSealed = ({ to, answer: { status, headers, body }, lasting }: KeptAnswer, seal: AnswerSeal): object => ({
  ...to,
  lasting,
  status,
  headers,
  sealed: seal.seal(body).toString('base64'),
});

/** Begins to read the last lines of histories that are not known yet. */
export function expectHistories(queries: Queries, { heads }: Pending, aggregates: readonly string[]): void {
  const unknown = [...new Set(aggregates)].filter((aggregate) => !heads.has(aggregate));
  if (unknown.length === 0) return;
  const found = queries
    .query<HistoryHead & { aggregate: string }>(headsOf(unknown))
    .then((rows) => new Map(rows.map(({ aggregate, n, hash }) => [aggregate, { n, hash }])));
  for (const aggregate of unknown) {
    const head = found.then((heads) => heads.get(aggregate));
    // Waited for at the end of the transaction, if it comes so far.
    head.catch(() => undefined);
    heads.set(aggregate, head);
  }
}

async function newLines(queries: Queries, pending: Pending, historyKey: string): Promise<HistoryLine[]> {
  const aggregates = pending.entries.map(({ aggregate }) => aggregate);
  expectHistories(queries, pending, aggregates);
  const heads = new Map<string, HistoryHead | undefined>();
  for (const aggregate of new Set(aggregates)) heads.set(aggregate, await pending.heads.get(aggregate));
  return pending.entries.map((entry) => {
    const line = chain(historyKey, heads.get(entry.aggregate) ?? EMPTY_HISTORY, entry);
    heads.set(entry.aggregate, line);
    return line;
  });
}

interface FlushOptions {
  /** Name of the service: the source of its events. */
  readonly source: string;
  /** Secret that keys the hash chain of the history. */
  readonly historyKey: string;
  readonly seal: AnswerSeal;
}

/**
 * Sends all that the transaction collected, in one statement. Resolves when it is sent and not yet answered, so that the
 * commit can follow it in the same wave; what it answers is in `written`.
 */
export async function flush(
  queries: Queries,
  pending: Pending,
  { source, historyKey, seal }: FlushOptions,
): Promise<{ readonly written: Promise<unknown> }> {
  const lines = await newLines(queries, pending, historyKey);
  const events = newOutboxRows(pending.events, new Map(lines.map((line) => [line.aggregate, line])), source);
  const written = JSON.stringify(events);
  assertSendable(events, written);
  const parts = [
    ...(events.length > 0 ? [publishing(written)] : []),
    ...(lines.length > 0 ? [recording(lines)] : []),
    ...(pending.answers.length > 0 ? [keeping(pending.answers, seal)] : []),
  ];
  if (parts.length === 0) return { written: Promise.resolve() };
  return { written: queries.query(sql`WITH ${sql.join(parts, ',')} SELECT`) };
}
