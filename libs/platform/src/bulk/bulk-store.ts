import type { Actor } from '../auth/actor.js';
import { sql } from '../database/sql.js';
import type { Tx } from '../database/tx.js';
import type { BulkParameters, BulkTarget } from './bulk-handler.js';

type Queries = Pick<Tx, 'query'>;

export interface BulkActionRow {
  readonly id: string;
  readonly action: string;
  readonly parameters: BulkParameters;
  readonly dryRun: boolean;
  readonly preview: string | null;
  readonly actor: Actor;
  readonly correlationId: string | null;
  readonly requestedAt: Temporal.Instant;
  readonly total: number;
  readonly finishedAt: Temporal.Instant | null;
}

export interface BulkCounts {
  readonly waiting: number;
  readonly done: number;
  readonly refused: number;
  readonly failed: number;
}

export interface BulkItemRow {
  readonly n: number;
  readonly target: string;
  readonly version: number;
  readonly state: 'waiting' | 'done' | 'refused' | 'failed';
  readonly result: unknown;
  readonly settledAt: Temporal.Instant | null;
}

const COLUMNS = `id, action, parameters, dry_run AS "dryRun", preview, actor, correlation_id AS "correlationId",
  requested_at AS "requestedAt", total, finished_at AS "finishedAt"`;
const READ = `SELECT ${COLUMNS} FROM bulk_action WHERE id = $1 AND ($2::text IS NULL OR requested_by = $2)`;
const UNFINISHED = `
  SELECT ${COLUMNS} FROM bulk_action
  WHERE finished_at IS NULL AND ($1::timestamptz IS NULL OR (requested_at, id) > ($1, $2::uuid)) ORDER BY requested_at, id LIMIT $3`;
const ADD_OF_PREVIEW = `
  INSERT INTO bulk_item (action_id, n, target, version)
  SELECT $1, row_number() OVER (ORDER BY n), target, version FROM bulk_item WHERE action_id = $2 AND state = 'done'`;
const COUNT_IN = `UPDATE bulk_action SET total = (SELECT count(*) FROM bulk_item WHERE action_id = $1) WHERE id = $1 RETURNING total`;
const COUNTS = `
  SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'done') AS done,
    count(*) FILTER (WHERE state = 'refused') AS refused, count(*) FILTER (WHERE state = 'failed') AS failed
  FROM bulk_item WHERE action_id = $1`;
// What another lane or process has in hand is left to it.
const CLAIM = `
  SELECT n, target AS id, version FROM bulk_item WHERE action_id = $1 AND state = 'waiting' ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED`;
const FINISH = `
  UPDATE bulk_action SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL
    AND NOT EXISTS (SELECT FROM bulk_item WHERE action_id = $1 AND state = 'waiting')`;

/** Bulk actions and their items, in a service's own schema. */
export const BulkStore = {
  async read(queries: Queries, id: string, requestedBy: string | null): Promise<BulkActionRow | undefined> {
    return (await queries.query<BulkActionRow>(READ, [id, requestedBy]))[0];
  },

  unfinished(
    queries: Queries,
    after: { readonly at: Temporal.Instant; readonly id: string } | undefined,
    limit: number,
  ): Promise<BulkActionRow[]> {
    return queries.query<BulkActionRow>(UNFINISHED, [after?.at ?? null, after?.id ?? null, limit]);
  },

  async insert(tx: Tx, row: Omit<BulkActionRow, 'total' | 'finishedAt'>): Promise<void> {
    const { id, action, parameters, dryRun, preview, actor, correlationId, requestedAt } = row;
    await tx.query(sql`
      INSERT INTO bulk_action (id, action, parameters, dry_run, preview, actor, requested_by, correlation_id, requested_at, total)
      VALUES (${id}, ${action}, ${JSON.stringify(parameters)}, ${dryRun}, ${preview}, ${JSON.stringify(actor)}, ${actor.subject},
        ${correlationId}, ${requestedAt}, 0)`);
  },

  async add(tx: Tx, id: string, before: number, targets: readonly BulkTarget[]): Promise<void> {
    const [ids, versions] = [targets.map((one) => one.id), targets.map(({ version }) => version)];
    await tx.query(sql`
      INSERT INTO bulk_item (action_id, n, target, version)
      SELECT ${id}, ${before}::int + at, target, version
      FROM unnest(${ids}::uuid[], ${versions}::int[]) WITH ORDINALITY AS t (target, version, at)
      ON CONFLICT (action_id, target) DO NOTHING`);
  },

  async addOfPreview(tx: Tx, id: string, preview: string): Promise<void> {
    await tx.query(ADD_OF_PREVIEW, [id, preview]);
  },

  async countIn(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ total: number }>(COUNT_IN, [id]);
    return row?.total ?? 0;
  },

  async counts(queries: Queries, id: string): Promise<BulkCounts> {
    return (await queries.query<BulkCounts>(COUNTS, [id]))[0]!;
  },

  items(queries: Queries, id: string, after: number, state: string | null, limit: number): Promise<BulkItemRow[]> {
    return queries.query<BulkItemRow>(sql`
      SELECT n, target, version, state, result, settled_at AS "settledAt" FROM bulk_item
      WHERE action_id = ${id} AND n > ${after} AND (${state}::text IS NULL OR state = ${state}) ORDER BY n LIMIT ${limit}`);
  },

  async claim(tx: Tx, id: string): Promise<(BulkTarget & { readonly n: number }) | undefined> {
    return (await tx.query<BulkTarget & { readonly n: number }>(CLAIM, [id]))[0];
  },

  /** An item that was settled meanwhile stays as it is. */
  async settle(
    tx: Tx,
    id: string,
    n: number,
    {
      state,
      result,
      at,
    }: { readonly state: BulkItemRow['state']; readonly result: unknown; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.query(sql`
      UPDATE bulk_item SET state = ${state}, result = ${JSON.stringify(result)}, settled_at = ${at}
      WHERE action_id = ${id} AND n = ${n} AND state = 'waiting'`);
  },

  /** When nothing waits any more, it is finished. */
  async finish(queries: Queries, id: string, at: Temporal.Instant): Promise<void> {
    await queries.query(FINISH, [id, at]);
  },
};
