import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import type { Move, Outcome } from './moves-of.js';
import type { RecalculationCounts } from './recalculation-counts.js';
import type { RecalculationRow } from './recalculation.view.js';

type Queries = Pick<Tx, 'query'>;

export interface RecalculatedCaseRow {
  readonly dossierId: string;
  readonly code: string;
  readonly outcome: Outcome;
  readonly kept: object;
  readonly moves: readonly Move[];
}

const COLUMNS = 'id, calendar, revision, agencies, reason, by_subject, by_name, at, finished_at';
const ADD = `
  INSERT INTO recalculation (id, calendar, revision, agencies, reason, by_subject, by_name, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
// Two who apply the same calendar at once: the second sees what the first one ordered.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('recalculation/' || $1, 0))`;
const RUNNING_OF = `SELECT id FROM recalculation WHERE calendar = $1 AND finished_at IS NULL`;
const FIND = `SELECT ${COLUMNS} FROM recalculation WHERE id = $1`;
const RUNNING = `SELECT ${COLUMNS} FROM recalculation WHERE finished_at IS NULL ORDER BY at, id`;
const FINISH = `UPDATE recalculation SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL`;
const COUNTS = `
  SELECT count(*) FILTER (WHERE outcome = 'moved') AS moved, count(*) FILTER (WHERE outcome = 'kept') AS kept,
    count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged FROM recalculated_case WHERE recalculation_id = $1`;
const ADD_CASE = `
  INSERT INTO recalculated_case (recalculation_id, dossier_id, code, outcome, kept, moves) VALUES ($1, $2, $3, $4, $5, $6)`;
const CASES = `
  SELECT dossier_id AS "dossierId", code, outcome, kept, moves FROM recalculated_case
  WHERE recalculation_id = $1 AND ($2::uuid IS NULL OR dossier_id > $2) ORDER BY dossier_id LIMIT $3`;

/** What was ordered, and what became of each case. */
@Injectable()
export class Recalculations {
  running(queries: Queries): Promise<RecalculationRow[]> {
    return queries.query<RecalculationRow>(RUNNING);
  }

  /** Id of one of the same calendar that is not finished; nobody else starts one until the end of the transaction. */
  async runningOf(tx: Tx, calendar: string): Promise<string | undefined> {
    await tx.query(LOCK, [calendar]);
    const [row] = await tx.query<{ id: string }>(RUNNING_OF, [calendar]);
    return row?.id;
  }

  async find(queries: Queries, id: string): Promise<RecalculationRow | undefined> {
    const [row] = await queries.query<RecalculationRow>(FIND, [id]);
    return row;
  }

  async counts(queries: Queries, id: string): Promise<RecalculationCounts> {
    const [counts] = await queries.query<RecalculationCounts>(COUNTS, [id]);
    return counts ?? { moved: 0, kept: 0, unchanged: 0 };
  }

  cases(queries: Queries, id: string, after: string | null, limit: number): Promise<RecalculatedCaseRow[]> {
    return queries.query<RecalculatedCaseRow>(CASES, [id, after, limit]);
  }

  async add(tx: Tx, row: RecalculationRow): Promise<void> {
    const { id, calendar, revision, agencies, reason, by_subject, by_name, at } = row;
    await tx.query(ADD, [id, calendar, revision, agencies, reason, by_subject, by_name, at]);
  }

  async addCase(tx: Tx, id: string, row: RecalculatedCaseRow): Promise<void> {
    const { dossierId, code, outcome, kept, moves } = row;
    await tx.query(ADD_CASE, [id, dossierId, code, outcome, JSON.stringify(kept), JSON.stringify(moves)]);
  }

  async finish(queries: Queries, id: string, at: Temporal.Instant): Promise<void> {
    await queries.query(FINISH, [id, at]);
  }
}
