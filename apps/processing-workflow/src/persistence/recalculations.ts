import { Injectable } from '@nestjs/common';
import { type Aggregate, type Queries, rowTable, sql } from '@motcua/platform';
import { caseEvents, caseHistory } from './case-aggregate.js';
import type { CaseChange } from './case-change.js';
import { line } from './history.js';
import { saveCases } from './save-cases.js';

/** One deadline of a case before and after, as views show it and `jsonb` stores it. */
export interface Move {
  readonly deadline: 'statutory' | 'promised' | 'supplement' | 'step';
  /** Number of the supplement, or id of the task. */
  readonly subject: string | null;
  readonly previousDueAt: string;
  readonly dueAt: string;
}

export type Outcome = 'moved' | 'kept' | 'unchanged';

/** What was ordered. */
export interface RecalculationRow {
  readonly id: string;
  readonly calendar: string;
  readonly revision: number;
  /** Whose cases; null: everybody's. */
  readonly agencies: readonly string[] | null;
  readonly reason: string;
  readonly by_subject: string;
  readonly by_name: string;
  readonly at: Temporal.Instant;
  readonly finished_at: Temporal.Instant | null;
}

/** What became of a case. */
interface RecalculatedCaseRow {
  readonly recalculation_id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly outcome: Outcome;
  readonly kept: object;
  readonly moves: readonly Move[];
}

export type Counts = Readonly<Record<Outcome, number>>;

const RECALCULATIONS = rowTable<RecalculationRow>('recalculation', {
  id: 'key',
  calendar: 'fixed',
  revision: 'fixed',
  agencies: 'fixed',
  reason: 'fixed',
  by_subject: 'fixed',
  by_name: 'fixed',
  at: 'fixed',
  finished_at: 'plain',
});

const RECALCULATED = rowTable<RecalculatedCaseRow>('recalculated_case', {
  recalculation_id: 'key',
  dossier_id: 'key',
  code: 'fixed',
  outcome: 'fixed',
  kept: 'fixed',
  moves: 'fixed',
});

export const RECALCULATION: Aggregate<RecalculationRow> = {
  save: async (queries, rows) => {
    await RECALCULATIONS.save(
      queries,
      rows.map((after) => ({ before: null, after })),
    );
    return undefined;
  },
  events: () => [],
  history: ({ id, at, by_subject: actor, calendar, revision, reason, agencies }) => [
    line('recalculation', id, 'started', { at, actor, detail: { calendar, revision, reason, agencies } }),
  ],
};

/** A case on a later revision of its calendar, with the line of the recalculation that says so. */
export interface RecalculatedChange {
  readonly change: CaseChange;
  readonly row: RecalculatedCaseRow;
}

export const RECALCULATED_CASE: Aggregate<RecalculatedChange> = {
  save: async (queries, changes) => {
    await saveCases(
      queries,
      changes.map(({ change }) => change),
    );
    await RECALCULATED.save(
      queries,
      changes.map(({ row }) => ({ before: null, after: row })),
    );
    return undefined;
  },
  events: ({ change }) => caseEvents(change),
  history: ({ change }) => {
    const [first, ...more] = caseHistory(change);
    if (!first) throw new Error(`nothing became of case ${change.after.state.dossierId}`);
    return [first, ...more];
  },
};

const FROM = sql`SELECT ${RECALCULATIONS.columns('r')} FROM recalculation r`;

/** What was ordered, and what became of each case. */
@Injectable()
export class Recalculations {
  running(queries: Queries): Promise<RecalculationRow[]> {
    return queries.query<RecalculationRow>(sql`${FROM} WHERE r.finished_at IS NULL ORDER BY r.at, r.id`);
  }

  async find(queries: Queries, id: string): Promise<RecalculationRow | undefined> {
    const [row] = await queries.query<RecalculationRow>(sql`${FROM} WHERE r.id = ${id}`);
    return row;
  }

  async counts(queries: Queries, id: string): Promise<Counts> {
    const [counts] = await queries.query<Counts>(sql`
      SELECT count(*) FILTER (WHERE outcome = 'moved') AS moved, count(*) FILTER (WHERE outcome = 'kept') AS kept,
        count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged
      FROM recalculated_case WHERE recalculation_id = ${id}`);
    return counts ?? { moved: 0, kept: 0, unchanged: 0 };
  }

  cases(queries: Queries, id: string, after: string | null, limit: number): Promise<RecalculatedCaseRow[]> {
    return queries.query<RecalculatedCaseRow>(sql`
      SELECT ${RECALCULATED.columns('r')} FROM recalculated_case r
      WHERE r.recalculation_id = ${id} AND (${after}::uuid IS NULL OR r.dossier_id > ${after}::uuid)
      ORDER BY r.dossier_id LIMIT ${limit}::int`);
  }

  /** Harmless where it is finished already. */
  async finish(queries: Queries, id: string, at: Temporal.Instant): Promise<void> {
    await queries.query(sql`UPDATE recalculation SET finished_at = ${at} WHERE id = ${id} AND finished_at IS NULL`);
  }
}
