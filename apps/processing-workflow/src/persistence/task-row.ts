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
  readonly due_at: Temporal.Instant;
  readonly paused: boolean;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly kind: TaskKind;
  readonly step_due_at: Temporal.Instant | null;
}

export const TASK_COLUMNS = `t.id, t.dossier_id, t.version, t.state, t.step, t.step_name, t.role, t.agency,
  t.holder_subject, t.holder_name, t.opened_at, t.claimed_at, t.closed_at, t.outcome, t.reason, t.comment, t.due_at,
  t.paused, t.code, t.procedure_code, t.procedure_name, t.kind, t.step_due_at,
  t.on_behalf_of_subject, t.on_behalf_of_name`;

export const officerOrNull = (subject: string | null, name: string | null): Officer | null =>
  subject === null ? null : { subject, name: name ?? subject };

/** A task as the work list reads it, with its place there. */
export interface ListedTaskRow extends TaskRow {
  readonly list_at: Temporal.Instant;
}

/** Where tasks stand whose clock pauses: behind all that have a due date. */
export const LAST_IN_LIST = Temporal.Instant.from('9999-12-31T00:00:00Z');
