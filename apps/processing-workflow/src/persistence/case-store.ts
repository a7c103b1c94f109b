import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import { type CaseState, consultationExpiresAt, type Decided } from '@motcua/processing-domain';
import { addAdjustments } from './adjustments.js';
import { eventsOf } from './case-events.js';
import { CASE_COLUMNS, type CaseRow, caseState, OPEN_TASK_COLUMNS, type OpenTaskRow } from './case-row.js';
import { listProcedure } from './listed-procedures.js';
import { saveTasks, type TaskClosure } from './save-tasks.js';

/** A case as it was read: its versions are what `If-Match` is compared with. */
export interface StoredCase {
  readonly state: CaseState;
  readonly version: number;
  /** Of its open tasks, by their ids. */
  readonly taskVersions: ReadonlyMap<string, number>;
  readonly applicantRef: string;
  readonly submittedBy: string;
}

/** Who changed the case, when, and how the history calls it. */
export interface Change {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** How a task was closed, where an officer did it; what is closed beside it is cancelled. */
  readonly closure?: TaskClosure;
}

const LOCK = `SELECT ${CASE_COLUMNS} FROM case_file c WHERE c.dossier_id = $1 FOR UPDATE`;
const LOCK_BY_TASK = `
  SELECT ${CASE_COLUMNS} FROM case_file c WHERE c.dossier_id = (SELECT dossier_id FROM task WHERE id = $1) FOR UPDATE`;
const READ = `SELECT ${CASE_COLUMNS} FROM case_file c WHERE c.dossier_id = $1`;
const OPEN_TASKS = `
  SELECT ${OPEN_TASK_COLUMNS} FROM task WHERE dossier_id = $1 AND state = 'open' ORDER BY opened_at, agency, id`;

const INSERT = `
  INSERT INTO case_file (dossier_id, code, applicant_ref, submitted_by, procedure_code, receiving_agency, competent_agency,
    terms, accepted_at, original_statutory_due_at, original_promised_due_at, earlier_supplements, status, statutory_due_at,
    promised_due_at, consultation_expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', $10, $11, $13)`;

const UPDATE = `
  UPDATE case_file SET version = version + 1, status = $2, started_at = $3, ended_at = $4, decision = $5,
    statutory_due_at = $6, promised_due_at = $7, supplements = $8, supplement_deadline_at = $9, extension = $10, trail = $11,
    consultation_expires_at = $12
  WHERE dossier_id = $1`;

// Only an explicit move writes what acceptance froze (R14).
const MOVE = `UPDATE case_file SET terms = $2 WHERE dossier_id = $1`;

type Queries = Pick<Tx, 'query'>;

/** Cases in the service's own schema. State, adjustments, history and events of a decision are stored together. */
@Injectable()
export class CaseStore {
  /** Undefined when the case is not known here. */
  async read(queries: Queries, dossierId: string): Promise<StoredCase | undefined> {
    return this.load(queries, READ, dossierId);
  }

  /** Locked until the end of the transaction. @throws Refusal RESOURCE.NOT_FOUND */
  async lock(tx: Tx, dossierId: string): Promise<StoredCase> {
    return this.found(await this.load(tx, LOCK, dossierId));
  }

  /** The case of a task, open or closed, locked. @throws Refusal RESOURCE.NOT_FOUND */
  async lockByTask(tx: Tx, taskId: string): Promise<StoredCase> {
    return this.found(await this.load(tx, LOCK_BY_TASK, taskId));
  }

  async insert(
    tx: Tx,
    { state, facts }: Decided,
    whose: Pick<StoredCase, 'applicantRef' | 'submittedBy'>,
    change: Change,
  ): Promise<void> {
    const { terms, original } = state;
    await tx.query(INSERT, [
      state.dossierId,
      state.code,
      whose.applicantRef,
      whose.submittedBy,
      terms.procedure.code,
      terms.receivingAgency,
      terms.competentAgency,
      JSON.stringify(terms),
      state.acceptedAt,
      original.statutory,
      original.promised,
      state.earlierSupplements,
      consultationExpiresAt(state),
    ]);
    await listProcedure(tx, terms.procedure);
    await saveTasks(tx, undefined, state, change);
    this.tell(tx, { state, facts }, change);
  }

  /** Answers the case as it now is. */
  async save(tx: Tx, stored: StoredCase, { state, facts }: Decided, change: Change): Promise<StoredCase> {
    const awaited = state.status === 'awaitingSupplement' ? state.supplements.at(-1)?.deadlineAt : undefined;
    await tx.query(UPDATE, [
      state.dossierId,
      state.status,
      state.startedAt,
      state.endedAt,
      state.decision,
      state.due.statutory,
      state.due.promised,
      JSON.stringify(state.supplements),
      awaited ?? null,
      state.extension && JSON.stringify(state.extension),
      state.trail,
      consultationExpiresAt(state),
    ]);
    if (state.terms !== stored.state.terms) await tx.query(MOVE, [state.dossierId, JSON.stringify(state.terms)]);
    const taskVersions = await saveTasks(tx, stored, state, change);
    await addAdjustments(tx, state.dossierId, facts, change.at);
    this.tell(tx, { state, facts }, change);
    return { ...stored, state, version: stored.version + 1, taskVersions };
  }

  /** Nothing of the case changed, but something was decided about it. */
  tell(tx: Tx, { state, facts }: Decided, { at, actor, action, detail = {} }: Change): void {
    for (const event of eventsOf(state, facts, at)) tx.publish(event);
    tx.record({ aggregate: caseAggregate(state.dossierId), at, actor, action, detail });
  }

  private async load(queries: Queries, sql: string, id: string): Promise<StoredCase | undefined> {
    const [row] = await queries.query<CaseRow>(sql, [id]);
    if (!row) return undefined;
    const tasks = await queries.query<OpenTaskRow>(OPEN_TASKS, [row.dossier_id]);
    return {
      state: caseState(row, tasks),
      version: row.version,
      taskVersions: new Map(tasks.map(({ id, version }) => [id, version])),
      applicantRef: row.applicant_ref,
      submittedBy: row.submitted_by,
    };
  }

  private found(stored: StoredCase | undefined): StoredCase {
    if (!stored) throw new Refusal('RESOURCE.NOT_FOUND');
    return stored;
  }
}

export const caseAggregate = (dossierId: string): string => `case/${dossierId}`;
