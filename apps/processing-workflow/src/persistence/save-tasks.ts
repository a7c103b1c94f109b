import type { Tx } from '@motcua/platform';
import { type CaseState, type CaseTask, stepOf } from '@motcua/processing-domain';
import type { StoredCase } from './case-store.js';

/** How an officer closed a task. */
export interface TaskClosure {
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

const OPEN = `
  INSERT INTO task (id, dossier_id, state, step, step_name, role, agency, holder_subject, holder_name, opened_at, claimed_at,
    due_at, paused, code, procedure_code, procedure_name)
  VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const CHANGE = `
  UPDATE task SET version = version + 1, holder_subject = $2, holder_name = $3, claimed_at = $4,
    due_at = coalesce($5::timestamptz, due_at), paused = $5::timestamptz IS NULL
  WHERE id = $1 RETURNING version`;

const CLOSE = `
  UPDATE task SET version = version + 1, state = $2, closed_at = $3, outcome = $4, reason = $5, comment = $6
  WHERE id = $1`;

async function openTask(tx: Tx, state: CaseState, task: CaseTask): Promise<void> {
  const { terms, due, original } = state;
  await tx.query(OPEN, [
    task.id,
    state.dossierId,
    task.step,
    stepOf(terms.definition, task.step).name,
    task.role,
    task.agency,
    task.holder?.subject ?? null,
    task.holder?.name ?? null,
    task.openedAt,
    task.claimedAt,
    due.promised ?? original.promised,
    due.promised === null,
    state.code,
    terms.procedure.code,
    terms.procedure.name,
  ]);
}

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const sameHolder = (a: CaseTask, b: CaseTask): boolean =>
  a.holder?.subject === b.holder?.subject && sameInstant(a.claimedAt, b.claimedAt);

/** Brings the task rows to what the case says. Answers the version of the open task; 0 where none is open. */
export async function saveTasks(
  tx: Tx,
  before: StoredCase | undefined,
  after: CaseState,
  { at, closure }: { readonly at: Temporal.Instant; readonly closure?: TaskClosure },
): Promise<number> {
  const [old, task] = [before?.state.task ?? null, after.task];
  if (old && task && old.id === task.id) {
    // What does not show in the task leaves its ETag alone.
    if (before && sameInstant(before.state.due.promised, after.due.promised) && sameHolder(old, task))
      return before.taskVersion;
    const { holder, claimedAt } = task;
    const [row] = await tx.query<{ version: number }>(CHANGE, [
      task.id,
      holder?.subject ?? null,
      holder?.name ?? null,
      claimedAt,
      after.due.promised,
    ]);
    return row?.version ?? 0;
  }
  if (old) {
    await tx.query(CLOSE, [
      old.id,
      closure ? 'done' : 'cancelled',
      at,
      closure?.outcome ?? null,
      closure?.reason ?? null,
      closure?.comment ?? null,
    ]);
  }
  if (!task) return 0;
  await openTask(tx, after, task);
  return 1;
}
