import type { CaseState, CaseTask } from '@motcua/processing-domain';
import { officerOrNull } from './task-row.js';

/** A case as one row of our own statements. */
export interface CaseRow {
  readonly dossier_id: string;
  readonly code: string;
  readonly applicant_ref: string;
  readonly submitted_by: string;
  readonly terms: CaseState['terms'];
  readonly accepted_at: Temporal.Instant;
  readonly original_statutory_due_at: Temporal.Instant;
  readonly original_promised_due_at: Temporal.Instant;
  readonly earlier_supplements: number;
  readonly version: number;
  readonly status: CaseState['status'];
  readonly started_at: Temporal.Instant | null;
  readonly ended_at: Temporal.Instant | null;
  readonly decision: CaseState['decision'];
  readonly statutory_due_at: Temporal.Instant | null;
  readonly promised_due_at: Temporal.Instant | null;
  readonly supplements: readonly Stored<CaseState['supplements'][number]>[];
  readonly calendar_revision: number | null;
  readonly extension: Stored<NonNullable<CaseState['extension']>> | null;
  readonly trail: readonly string[];
}

export interface OpenTaskRow {
  readonly id: string;
  readonly kind: CaseTask['kind'];
  readonly version: number;
  readonly step: string;
  readonly role: CaseTask['role'];
  readonly agency: string;
  readonly holder_subject: string | null;
  readonly holder_name: string | null;
  readonly on_behalf_of_subject: string | null;
  readonly on_behalf_of_name: string | null;
  readonly opened_at: Temporal.Instant;
  readonly claimed_at: Temporal.Instant | null;
  readonly step_due_at: Temporal.Instant | null;
}

/** A domain object as `jsonb` keeps it: instants are texts. */
export type Stored<T> = {
  readonly [Key in keyof T]: T[Key] extends Temporal.Instant
    ? string
    : T[Key] extends Temporal.Instant | null
      ? string | null
      : T[Key];
};

export const CASE_COLUMNS = `c.dossier_id, c.code, c.applicant_ref, c.submitted_by, c.terms, c.accepted_at,
  c.original_statutory_due_at, c.original_promised_due_at, c.earlier_supplements, c.version, c.status, c.started_at,
  c.ended_at, c.decision, c.statutory_due_at, c.promised_due_at, c.supplements, c.extension, c.calendar_revision, c.trail`;

export const OPEN_TASK_COLUMNS =
  'id, version, kind, step, role, agency, holder_subject, holder_name, on_behalf_of_subject, on_behalf_of_name, opened_at, claimed_at, step_due_at';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const caseTask = (row: OpenTaskRow): CaseTask => ({
  id: row.id,
  kind: row.kind,
  step: row.step,
  role: row.role,
  agency: row.agency,
  holder: officerOrNull(row.holder_subject, row.holder_name),
  onBehalfOf: officerOrNull(row.on_behalf_of_subject, row.on_behalf_of_name),
  openedAt: row.opened_at,
  claimedAt: row.claimed_at,
  dueAt: row.step_due_at,
});

export const caseState = (row: CaseRow, tasks: readonly OpenTaskRow[]): CaseState => ({
  dossierId: row.dossier_id,
  code: row.code,
  acceptedAt: row.accepted_at,
  terms: row.terms,
  original: { statutory: row.original_statutory_due_at, promised: row.original_promised_due_at },
  due: { statutory: row.statutory_due_at, promised: row.promised_due_at },
  status: row.status,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  decision: row.decision,
  earlierSupplements: row.earlier_supplements,
  supplements: row.supplements.map(({ requestedAt, deadlineAt, completedAt, ...rest }) => ({
    ...rest,
    requestedAt: instant(requestedAt),
    deadlineAt: instant(deadlineAt),
    completedAt: completedAt === null ? null : instant(completedAt),
  })),
  // Null in cases of an older release, and until a recalculation.
  calendarRevision: row.calendar_revision ?? row.terms.calendar.revision,
  extension: row.extension && {
    ...row.extension,
    at: instant(row.extension.at),
    previous: instant(row.extension.previous),
    promised: instant(row.extension.promised),
  },
  tasks: tasks.map(caseTask),
  trail: row.trail,
});
