import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { assertVersion, type Tx, type PlatformCode } from '@motcua/platform';
import type { BeforeMove, PlannedMove, ProcessDefinition } from '@motcua/processing-domain';

export const ITEM_STATES = ['planned', 'immovable', 'moved', 'changed', 'undone', 'goneOn'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface MoveRow {
  readonly id: string;
  readonly version: number;
  readonly procedure_code: string;
  readonly definition: ProcessDefinition;
  readonly steps: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly created_by: string;
  readonly created_at: Temporal.Instant;
}

export interface ItemRow {
  readonly dossier_id: string;
  readonly code: string;
  readonly state: ItemState;
  readonly from_step: string | null;
  readonly to_step: string | null;
  readonly why_not: string | null;
  readonly before: BeforeMove | null;
  readonly task_id: string | null;
}

const ADD = `
  INSERT INTO process_move (id, procedure_code, definition, steps, reason, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const ADD_ITEM = `
  INSERT INTO process_move_item (move_id, dossier_id, code, state, from_step, to_step, why_not)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const COLUMNS = 'id, version, procedure_code, definition, steps, reason, created_by, created_at';
const FIND = `SELECT ${COLUMNS} FROM process_move WHERE id = $1`;
const TOUCH = `UPDATE process_move SET version = version + 1 WHERE id = $1`;
const ITEM = 'dossier_id, code, state, from_step, to_step, why_not, before, task_id';
const NEXT = `
  SELECT ${ITEM} FROM process_move_item WHERE move_id = $1 AND state = $2 ORDER BY dossier_id LIMIT $3`;
const PAGE = `
  SELECT ${ITEM} FROM process_move_item
  WHERE move_id = $1 AND ($2::text IS NULL OR state = $2) AND dossier_id > $3 ORDER BY dossier_id LIMIT $4`;
const SETTLE = `
  UPDATE process_move_item SET state = $3, before = coalesce($4, before), task_id = coalesce($5, task_id)
  WHERE move_id = $1 AND dossier_id = $2`;
const COUNT = `SELECT state, count(*)::int AS n FROM process_move_item WHERE move_id = $1 GROUP BY state`;

type Queries = Pick<Tx, 'query'>;

/** The moves of running cases to another definition, with what was planned for each case and what came of it. */
@Injectable()
export class ProcessMoves {
  async add(tx: Tx, move: Omit<MoveRow, 'version'>): Promise<void> {
    const { id, procedure_code, definition, steps, reason, created_by, created_at } = move;
    const [asJson, mapping] = [JSON.stringify(definition), JSON.stringify(steps)];
    await tx.query(ADD, [id, procedure_code, asJson, mapping, reason, created_by, created_at]);
  }

  async addItem(
    tx: Tx,
    id: string,
    { dossierId, code }: { readonly dossierId: string; readonly code: string },
    { from, to, whyNot }: PlannedMove,
  ): Promise<void> {
    const state: ItemState = whyNot === null ? 'planned' : 'immovable';
    await tx.query(ADD_ITEM, [id, dossierId, code, state, from, to, whyNot]);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async find(queries: Queries, id: string): Promise<MoveRow> {
    const [row] = await queries.query<MoveRow>(FIND, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }

  /** Locked, and one version further. @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED */
  async take(tx: Tx, id: string, seen: number): Promise<MoveRow> {
    const [row] = await tx.query<MoveRow>(`${FIND} FOR UPDATE`, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertVersion(row.version, seen);
    await tx.query(TOUCH, [id]);
    return { ...row, version: row.version + 1 };
  }

  next(tx: Tx, id: string, state: ItemState, limit: number): Promise<ItemRow[]> {
    return tx.query<ItemRow>(NEXT, [id, state, limit]);
  }

  page(queries: Queries, id: string, state: ItemState | undefined, after: string, limit: number): Promise<ItemRow[]> {
    return queries.query<ItemRow>(PAGE, [id, state ?? null, after, limit]);
  }

  async settle(
    tx: Tx,
    id: string,
    dossierId: string,
    state: ItemState,
    { before, taskId }: { readonly before?: BeforeMove; readonly taskId?: string } = {},
  ): Promise<void> {
    await tx.query(SETTLE, [id, dossierId, state, before ? JSON.stringify(before) : null, taskId ?? null]);
  }

  async counts(queries: Queries, id: string): Promise<Record<ItemState, number>> {
    const rows = await queries.query<{ state: ItemState; n: number }>(COUNT, [id]);
    const none = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as Record<ItemState, number>;
    return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
  }
}
