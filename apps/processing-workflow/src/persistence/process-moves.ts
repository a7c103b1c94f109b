import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Aggregate, type Queries, type RowChange, rowTable, sql, type PlatformCode } from '@motcua/platform';
import type { BeforeMove, ProcessDefinition } from '@motcua/processing-domain';
import { caseEvents, caseHistory } from './case-aggregate.js';
import type { CaseChange } from './case-change.js';
import { line } from './history.js';
import { saveCases } from './save-cases.js';

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

/** What was planned for a case, and what came of it. */
export interface ItemRow {
  readonly move_id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly state: ItemState;
  readonly from_step: string | null;
  readonly to_step: string | null;
  readonly why_not: string | null;
  readonly before: BeforeMove | null;
  readonly task_id: string | null;
}

export type MoveCounts = Readonly<Record<ItemState, number>>;

const MOVES = rowTable<MoveRow>('process_move', {
  id: 'key',
  version: 'plain',
  procedure_code: 'fixed',
  definition: 'fixed',
  steps: 'fixed',
  reason: 'fixed',
  created_by: 'fixed',
  created_at: 'fixed',
});

const ITEMS = rowTable<ItemRow>('process_move_item', {
  move_id: 'key',
  dossier_id: 'key',
  code: 'fixed',
  state: 'plain',
  from_step: 'fixed',
  to_step: 'fixed',
  why_not: 'fixed',
  before: 'plain',
  task_id: 'plain',
});

/** What became of a move of cases to another process, with all the cases that it changed (R14). */
export interface MoveChange extends RowChange<MoveRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: 'planned' | 'applied' | 'undone';
  readonly detail: Readonly<Record<string, unknown>>;
  readonly items: readonly RowChange<ItemRow>[];
  readonly cases: readonly CaseChange[];
}

export const PROCESS_MOVE: Aggregate<MoveChange> = {
  save: async (queries, changes) => {
    await Promise.all([
      MOVES.save(queries, changes),
      ITEMS.save(
        queries,
        changes.flatMap(({ items }) => items),
      ),
      saveCases(
        queries,
        changes.flatMap(({ cases }) => cases),
      ),
    ]);
    return undefined;
  },
  events: ({ cases }) => cases.flatMap(caseEvents),
  history: ({ after, action, at, actor, detail, cases }) => [
    line('processMove', after.id, action, { at, actor, detail }),
    ...cases.flatMap(caseHistory),
  ],
};

const FROM = sql`SELECT ${MOVES.columns('m')} FROM process_move m`;
const ITEMS_OF = sql`SELECT ${ITEMS.columns('i')} FROM process_move_item i`;

export const NO_ITEMS: MoveCounts = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as Record<
  ItemState,
  number
>;

/** The moves of running cases to another definition. */
@Injectable()
export class ProcessMoves {
  /** @throws Refusal RESOURCE.NOT_FOUND */
  async find(queries: Queries, id: string): Promise<MoveRow> {
    const [row] = await queries.query<MoveRow>(sql`${FROM} WHERE m.id = ${id}`);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }

  async lock(queries: Queries, id: string): Promise<MoveRow | undefined> {
    const [row] = await queries.query<MoveRow>(sql`${FROM} WHERE m.id = ${id} FOR UPDATE`);
    return row;
  }

  next(queries: Queries, id: string, state: ItemState, limit: number): Promise<ItemRow[]> {
    return queries.query<ItemRow>(
      sql`${ITEMS_OF} WHERE i.move_id = ${id} AND i.state = ${state} ORDER BY i.dossier_id LIMIT ${limit}::int`,
    );
  }

  page(queries: Queries, id: string, state: ItemState | undefined, after: string, limit: number): Promise<ItemRow[]> {
    return queries.query<ItemRow>(sql`
      ${ITEMS_OF} WHERE i.move_id = ${id} AND (${state ?? null}::text IS NULL OR i.state = ${state ?? null}::text)
        AND i.dossier_id > ${after}::uuid
      ORDER BY i.dossier_id LIMIT ${limit}::int`);
  }

  async counts(queries: Queries, id: string): Promise<MoveCounts> {
    const rows = await queries.query<{ state: ItemState; n: number }>(
      sql`SELECT state, count(*)::int AS n FROM process_move_item WHERE move_id = ${id} GROUP BY state`,
    );
    return { ...NO_ITEMS, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
  }
}

/** How many items are in which state, once these have changed. */
export function countsAfter(counts: MoveCounts, items: readonly RowChange<ItemRow>[]): MoveCounts {
  const after = { ...counts };
  for (const { before, after: item } of items) {
    if (before) after[before.state] -= 1;
    after[item.state] += 1;
  }
  return after;
}
