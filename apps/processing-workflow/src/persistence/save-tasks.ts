import type { Tx } from '@motcua/platform';
import { type CaseState, type CaseTask, stepOf } from '@motcua/processing-domain';
import type { StoredCase } from './case-store.js';

/** How an officer closed a task. */
export interface TaskClosure {
  readonly taskId: string;
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

const OPEN = `
  INSERT INTO task (id, dossier_id, state, step, step_name, role, agency, holder_subject, holder_name, opened_at, claimed_at,
    due_at, paused, code, procedure_code, procedure_name, kind, step_due_at)
  VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;

const CHANGE = `
  UPDATE task SET version = version + 1, holder_subject = $2, holder_name = $3, claimed_at = $4,
    due_at = coalesce($5::timestamptz, due_at), paused = $5::timestamptz IS NULL, step_due_at = $6,
    agency = $7, on_behalf_of_subject = $8, on_behalf_of_name = $9
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
    task.kind,
    task.dueAt,
  ]);
}

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const sameTask = (a: CaseTask, b: CaseTask): boolean =>
  a.agency === b.agency &&
  a.holder?.subject === b.holder?.subject &&
  sameInstant(a.claimedAt, b.claimedAt) &&
  sameInstant(a.dueAt, b.dueAt);

async function changeTask(tx: Tx, task: CaseTask, promised: Temporal.Instant | null): Promise<number> {
  const { holder, onBehalfOf, claimedAt, dueAt, agency } = task;
  const values = [
    task.id,
    holder?.subject ?? null,
    holder?.name ?? null,
    claimedAt,
    promised,
    dueAt,
    agency,
    onBehalfOf?.subject ?? null,
    onBehalfOf?.name ?? null,
  ];
  const [row] = await tx.query<{ version: number }>(CHANGE, values);
  return row?.version ?? 0;
}

async function closeTask(tx: Tx, id: string, at: Temporal.Instant, closure: TaskClosure | undefined): Promise<void> {
  const closed = closure?.taskId === id ? closure : undefined;
  const { outcome = null, reason = null, comment = null } = closed ?? {};
  await tx.query(CLOSE, [id, closed ? 'done' : 'cancelled', at, outcome, reason, comment]);
}

/** Brings the task rows to what the case says. Answers the versions of the open tasks. */
export async function saveTasks(
  tx: Tx,
  before: StoredCase | undefined,
  after: CaseState,
  { at, closure }: { readonly at: Temporal.Instant; readonly closure?: TaskClosure },
): Promise<ReadonlyMap<string, number>> {
  const old = new Map(before?.state.tasks.map((task) => [task.id, task]));
  const open = new Set(after.tasks.map(({ id }) => id));
  for (const id of old.keys()) if (!open.has(id)) await closeTask(tx, id, at, closure);
  const versions = new Map<string, number>();
  for (const task of after.tasks) {
    const was = old.get(task.id);
    if (!was) {
      await openTask(tx, after, task);
      versions.set(task.id, 1);
    } else if (before && sameInstant(before.state.due.promised, after.due.promised) && sameTask(was, task)) {
      // What does not show in the task leaves its ETag alone.
      versions.set(task.id, before.taskVersions.get(task.id) ?? 0);
    } else {
      versions.set(task.id, await changeTask(tx, task, after.due.promised));
    }
  }
  return versions;
}
