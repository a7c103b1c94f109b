import { rowTable } from '@motcua/platform';
import type { Officer, StepRole, TaskKind } from '@motcua/processing-domain';

/** A task, open or closed, as lists and views read it. */
export interface TaskRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly version: number;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly step: string;
  readonly step_name: string;
  readonly role: StepRole;
  readonly agency: string;
  readonly holder_subject: string | null;
  readonly holder_name: string | null;
  readonly on_behalf_of_subject: string | null;
  readonly on_behalf_of_name: string | null;
  readonly opened_at: Temporal.Instant;
  readonly claimed_at: Temporal.Instant | null;
  readonly closed_at: Temporal.Instant | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly comment: string | null;
  /** The promised date; while the clock pauses the last one known. */
  readonly due_at: Temporal.Instant;
  readonly paused: boolean;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly kind: TaskKind;
  readonly step_due_at: Temporal.Instant | null;
  readonly applicant_ref: string | null;
  /** Who sent the case here, and may recall it. */
  readonly sent_by_subject: string | null;
  readonly sent_by_name: string | null;
  readonly handed_over_from: string | null;
  /** What an officer asked beyond the process; null for the tasks that a step opens. */
  readonly question: string | null;
}

export const TASKS = rowTable<TaskRow>('task', {
  id: 'key',
  dossier_id: 'fixed',
  version: 'plain',
  state: 'plain',
  step: 'fixed',
  step_name: 'fixed',
  role: 'fixed',
  agency: 'plain',
  holder_subject: 'plain',
  holder_name: 'plain',
  on_behalf_of_subject: 'plain',
  on_behalf_of_name: 'plain',
  opened_at: 'fixed',
  claimed_at: 'plain',
  closed_at: 'plain',
  outcome: 'plain',
  reason: 'plain',
  comment: 'plain',
  due_at: 'plain',
  paused: 'plain',
  code: 'fixed',
  procedure_code: 'fixed',
  procedure_name: 'fixed',
  kind: 'fixed',
  step_due_at: 'plain',
  applicant_ref: 'fixed',
  sent_by_subject: 'plain',
  sent_by_name: 'plain',
  handed_over_from: 'plain',
  question: 'fixed',
});

export const TASK_COLUMNS = TASKS.columns('t').text;

export const officerOrNull = (subject: string | null, name: string | null): Officer | null =>
  subject === null ? null : { subject, name: name ?? subject };

/** A task as the work list reads it, with its place there. */
export interface ListedTaskRow extends TaskRow {
  readonly list_at: Temporal.Instant;
}

/** Where tasks stand whose clock pauses: behind all that have a due date. */
export const LAST_IN_LIST = Temporal.Instant.from('9999-12-31T00:00:00Z');
