import type { RowChange } from '@motcua/platform';
import { type CaseState, type CaseTask, type Silence, stepOf } from '@motcua/processing-domain';
import { unlessMoved } from './same-instant.js';
import type { TaskRow } from './task-row.js';

/** How an officer closed a task. */
export interface TaskClosure {
  readonly taskId: string;
  readonly outcome: string;
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

/** What the silence of agencies that are asked no more counts for, by their tasks; and why, where an officer closed the question. */
export type Silences = ReadonlyMap<string, { readonly silence: Silence; readonly reason?: string }>;

const sent = ({ sentBy, handedOverFrom }: CaseTask) => ({
  sent_by_subject: sentBy?.subject ?? null,
  sent_by_name: sentBy?.name ?? null,
  handed_over_from: handedOverFrom ?? null,
});

const opened = (state: CaseState, task: CaseTask, applicantRef: string): TaskRow => ({
  id: task.id,
  dossier_id: state.dossierId,
  version: 1,
  state: 'open',
  step: task.step,
  step_name: stepOf(state.terms.definition, task.step).name,
  role: task.role,
  agency: task.agency,
  holder_subject: task.holder?.subject ?? null,
  holder_name: task.holder?.name ?? null,
  on_behalf_of_subject: task.onBehalfOf?.subject ?? null,
  on_behalf_of_name: task.onBehalfOf?.name ?? null,
  opened_at: task.openedAt,
  claimed_at: task.claimedAt,
  closed_at: null,
  outcome: null,
  reason: null,
  comment: null,
  due_at: state.due.promised ?? state.original.promised,
  paused: state.due.promised === null,
  code: state.code,
  procedure_code: state.terms.procedure.code,
  procedure_name: state.terms.procedure.name,
  kind: task.kind,
  step_due_at: task.dueAt,
  applicant_ref: applicantRef,
  question: task.question ?? null,
  ...sent(task),
});

/** What does not show in the task leaves its ETag alone. */
function changed(row: TaskRow, { due }: CaseState, task: CaseTask): TaskRow {
  const next: TaskRow = {
    ...row,
    ...sent(task),
    agency: task.agency,
    holder_subject: task.holder?.subject ?? null,
    holder_name: task.holder?.name ?? null,
    on_behalf_of_subject: task.onBehalfOf?.subject ?? null,
    on_behalf_of_name: task.onBehalfOf?.name ?? null,
    claimed_at: unlessMoved(row.claimed_at, task.claimedAt),
    due_at: due.promised === null || due.promised.equals(row.due_at) ? row.due_at : due.promised,
    paused: due.promised === null,
    step_due_at: unlessMoved(row.step_due_at, task.dueAt),
  };
  const differs = (Object.keys(next) as (keyof TaskRow)[]).some((field) => next[field] !== row[field]);
  return differs ? { ...next, version: row.version + 1 } : row;
}

function closed(row: TaskRow, { at, closure, silences }: Closing): TaskRow {
  const done = closure?.taskId === row.id ? closure : undefined;
  const silent = silences?.get(row.id);
  const { outcome = silent?.silence ?? null, reason = silent?.reason ?? null, comment = null } = done ?? {};
  const state = done ? ('done' as const) : ('cancelled' as const);
  return { ...row, version: row.version + 1, state, closed_at: at, outcome, reason, comment };
}

interface Closing {
  readonly at: Temporal.Instant;
  readonly closure?: TaskClosure | undefined;
  readonly silences?: Silences | undefined;
}

/**
 * What becomes of the tasks of a case with a decision: what an officer closed is done, what is closed beside it is cancelled.
 * @param before the open ones as they were, by their ids
 */
export function taskChanges(
  before: ReadonlyMap<string, TaskRow>,
  after: CaseState,
  applicantRef: string,
  closing: Closing,
): RowChange<TaskRow>[] {
  const open = new Set(after.tasks.map(({ id }) => id));
  const gone = [...before.values()].filter(({ id }) => !open.has(id));
  return [
    ...gone.map((row) => ({ before: row, after: closed(row, closing) })),
    ...after.tasks.map((task) => {
      const row = before.get(task.id);
      return { before: row ?? null, after: row ? changed(row, after, task) : opened(after, task, applicantRef) };
    }),
  ];
}
