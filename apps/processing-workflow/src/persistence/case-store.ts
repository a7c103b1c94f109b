import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { Tx, PlatformCode } from '@motcua/platform';
import { type CaseState, consultationExpiresAt, type Decided } from '@motcua/processing-domain';
import { CaseWatch } from './case-watch.js';
import { addAdjustments } from './adjustments.js';
import { eventsOf } from './case-events.js';
import { CASE_COLUMNS, type CaseRow, caseState, OPEN_TASK_COLUMNS, type OpenTaskRow } from './case-row.js';
import { addFurtherAdjustments } from './further-adjustments.js';
import { addLateness } from './lateness.js';
import { leadersFor } from './leaders.js';
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
const READ_MANY = `SELECT ${CASE_COLUMNS} FROM case_file c WHERE c.dossier_id = ANY ($1) ORDER BY c.dossier_id`;
const OPEN_TASKS_OF_MANY = `
  SELECT dossier_id, ${OPEN_TASK_COLUMNS} FROM task WHERE dossier_id = ANY ($1) AND state = 'open' ORDER BY opened_at, id`;
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
    consultation_expires_at = $12, calendar_revision = $13
  WHERE dossier_id = $1`;

// Only an explicit move writes what acceptance froze (R14).
const MOVE = `UPDATE case_file SET terms = $2 WHERE dossier_id = $1`;

type Queries = Pick<Tx, 'query'>;

/** Cases in the service's own schema. State, adjustments, history and events of a decision are stored together. */
@Injectable()
export class CaseStore {
  constructor(private readonly watch: CaseWatch) {}

  /** Undefined when the case is not known here. */
  async read(queries: Queries, dossierId: string): Promise<StoredCase | undefined> {
    return this.load(queries, READ, dossierId);
  }

  /** In the order of their ids, for reports: nothing is locked. */
  async readMany(queries: Queries, ids: readonly string[]): Promise<CaseState[]> {
    const rows = await queries.query<CaseRow>(READ_MANY, [ids]);
    const tasks = await queries.query<OpenTaskRow & { dossier_id: string }>(OPEN_TASKS_OF_MANY, [ids]);
    const byCase = Map.groupBy(tasks, ({ dossier_id }) => dossier_id);
    return rows.map((row) => caseState(row, byCase.get(row.dossier_id) ?? []));
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
    await this.watch.save(tx, undefined, state);
    await this.note(tx, { state, facts }, change);
  }

  /** Answers the case as it now is. */
  async save(tx: Tx, stored: StoredCase, { state, facts }: Decided, change: Change): Promise<StoredCase> {
    await this.notice(tx, stored.state, change.at);
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
      state.calendarRevision === state.terms.calendar.revision ? null : state.calendarRevision,
    ]);
    if (state.terms !== stored.state.terms) await tx.query(MOVE, [state.dossierId, JSON.stringify(state.terms)]);
    const taskVersions = await saveTasks(tx, stored, state, change);
    await addAdjustments(tx, state.dossierId, facts, change.at);
    await addFurtherAdjustments(tx, stored.state, { state, facts }, change.at);
    await this.watch.save(tx, stored.state, state);
    await this.note(tx, { state, facts }, change);
    return { ...stored, state, version: stored.version + 1, taskVersions };
  }

  /** Notices what has passed by now, of one watched instant or of all. False where there is nothing new. */
  async notice(tx: Tx, state: CaseState, now: Temporal.Instant, id: string | null = null): Promise<boolean> {
    const passed = await this.watch.passed(tx, state, now, id);
    for (const { name, at, facts } of passed) {
      const change = {
        at: now,
        actor: 'system:watch-deadlines',
        action: 'noticed',
        detail: { name, at: at.toString() },
      };
      await this.note(tx, { state, facts }, change);
    }
    return passed.length > 0;
  }

  /** Nothing of the case changed, but something was decided about it, or noticed. */
  async note(tx: Tx, { state, facts }: Decided, { at, actor, action, detail = {} }: Change): Promise<void> {
    await addLateness(tx, state, facts, at);
    const leaders = await leadersFor(tx, state, facts);
    for (const event of eventsOf({ state, facts }, leaders, at)) tx.publish(event);
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
    if (!stored) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return stored;
  }
}

export const caseAggregate = (dossierId: string): string => `case/${dossierId}`;
