import { EventEmitter } from 'node:events';
import pg from 'pg';
import { type Sql, sql } from '../../database/sql.js';
import { prepared } from '../../database/sql-values.js';
import type { WireMessage } from '../wire/wire-message.js';
import { TopicWatch } from './topic-watch.js';
import { TRANSPORT_SCHEMA } from './transport-schema.js';

export interface LocalLogOptions {
  readonly poolSize?: number;
  /** How often what other processes have appended is looked for. */
  readonly pollMs?: number;
}

export interface LoggedMessage extends WireMessage {
  readonly offset: number;
}

// A topic's row stays locked until the commit, so messages become visible in the order of their offsets and a reader that
// has seen an offset will never see a lower one appear.
const appendStatement = (messages: readonly WireMessage[]): Sql => sql`
  WITH message AS (
    SELECT * FROM unnest(
      ${messages.map(({ topic }) => topic)}::text[], ${messages.map(({ key }) => key)}::text[],
      ${messages.map(({ headers }) => JSON.stringify(headers))}::jsonb[], ${messages.map(({ value }) => value)}::text[]
    ) WITH ORDINALITY AS m (topic, key, headers, value, n)
  ), moved AS (
    INSERT INTO topic AS t (name, next_offset) SELECT topic, count(*) FROM message GROUP BY topic ORDER BY topic
    ON CONFLICT (name) DO UPDATE SET next_offset = t.next_offset + excluded.next_offset
    RETURNING name, next_offset
  )
  INSERT INTO log (topic, "offset", key, headers, value)
  SELECT topic, next_offset - row_number() OVER (PARTITION BY topic ORDER BY n DESC), key, headers, value
  FROM message JOIN moved ON name = topic`;

const READ = `
  SELECT topic, "offset", key, headers, value FROM log WHERE topic = $1 AND "offset" >= $2 ORDER BY "offset" LIMIT $3`;

const ENDS = `SELECT name, next_offset FROM topic`;

const END = `SELECT next_offset FROM topic WHERE name = $1`;

const POSITION = `SELECT next_offset FROM consumer_position WHERE consumer_group = $1 AND topic = $2`;

const LAG = `
  SELECT t.name, t.next_offset - coalesce(c.next_offset, 0) AS behind
  FROM topic t LEFT JOIN consumer_position c ON c.topic = t.name AND c.consumer_group = $1 WHERE t.name = ANY ($2)`;

// Never backwards: another process of the same group may be ahead.
const COMMIT = `
  INSERT INTO consumer_position AS c (consumer_group, topic, next_offset)
  SELECT $1, topic, next_offset FROM unnest($2::text[], $3::bigint[]) AS p (topic, next_offset) ORDER BY topic
  ON CONFLICT (consumer_group, topic) DO UPDATE SET next_offset = greatest(c.next_offset, excluded.next_offset)`;

// What every group has read and a later message of its key has superseded. The newest of each key stays, however old, so
// that a service that joins later still hears the state of every agency, procedure and calendar.
const TRIM = `
  DELETE FROM log l USING (
    SELECT topic, key, max("offset") AS newest FROM log GROUP BY topic, key
  ) AS last, (
    SELECT topic, min(next_offset) AS read_by_all FROM consumer_position GROUP BY topic
  ) AS position
  WHERE l.topic = last.topic AND l.key = last.key AND l.topic = position.topic
    AND l."offset" < last.newest AND l."offset" < position.read_by_all AND l.appended_at < now() - $1::int * interval '1 day'`;

/** A small durable log in PostgreSQL: topics of ordered messages, and how far each consumer group has read. */
export class LocalLog {
  private readonly pool: pg.Pool;
  private readonly grown = new EventEmitter().setMaxListeners(0);

  private readonly watch: TopicWatch;

  /** @param url connection of the log's own role */
  constructor(url: string, { poolSize = 4, pollMs = 250 }: LocalLogOptions = {}) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      options: `-c search_path=${TRANSPORT_SCHEMA} -c statement_timeout=30s`,
      application_name: 'motcua-transport',
      connectionTimeoutMillis: 10_000,
    });
    // An idle connection that the server closes is no reason to end the process: the next query gets another one.
    this.pool.on('error', () => undefined);
    this.watch = new TopicWatch(
      async () =>
        new Map(
          (await this.query<{ name: string; next_offset: number }>(ENDS)).map((row) => [row.name, row.next_offset]),
        ),
      (topic) => this.grown.emit(topic),
      pollMs,
    );
  }

  async append(messages: readonly WireMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.query(appendStatement(messages));
    for (const topic of new Set(messages.map(({ topic }) => topic))) this.grown.emit(topic);
  }

  /** Up to `limit` messages of a topic from an offset on, in order. */
  read(topic: string, from: number, limit: number): Promise<LoggedMessage[]> {
    return this.query<LoggedMessage>(READ, [topic, from, limit]);
  }

  /** Offset of the next message that a group has to work on; 0 for a new group. */
  async position(group: string, topic: string): Promise<number> {
    const [row] = await this.query<{ next_offset: number }>(POSITION, [group, topic]);
    return row?.next_offset ?? 0;
  }

  /** @param next offset of the next message by topic */
  async commitPositions(group: string, next: ReadonlyMap<string, string | number>): Promise<void> {
    await this.query(COMMIT, [group, [...next.keys()], [...next.values()]]);
  }

  /** Offset that the next message of a topic will have. */
  async end(topic: string): Promise<number> {
    const [row] = await this.query<{ next_offset: number }>(END, [topic]);
    return row?.next_offset ?? 0;
  }

  /** How many messages of each topic a group has not worked on yet. */
  async lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ name: string; behind: number }>(LAG, [group, topics]);
    return new Map(rows.map(({ name, behind }) => [name, behind]));
  }

  /** Calls `listener` when the topic has grown: at once when by this process, at the next poll when by another. */
  onGrown(topic: string, listener: () => void): () => void {
    this.watch.start();
    this.grown.on(topic, listener);
    return () => void this.grown.off(topic, listener);
  }

  /** Drops what is older than `keepDays` days, was read by every group, and is not the newest of its key. */
  async trim(keepDays: number): Promise<void> {
    await this.query(TRIM, [keepDays]);
  }

  async check(): Promise<void> {
    await this.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.watch.stop();
    await this.pool.end();
  }

  private async query<Row extends object>(statement: Sql | string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(prepared(statement, values))).rows as Row[];
  }
}
