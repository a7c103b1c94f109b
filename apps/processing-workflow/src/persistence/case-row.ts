import type { PartyReference, Plain } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';
import { type CaseState, type CaseTask, consultationExpiresAt } from '@motcua/processing-domain';
import { unlessMoved } from './same-instant.js';
import { officerOrNull, type TaskRow } from './task-row.js';

/** A domain object as `jsonb` stores it: instants are texts. */
export type Stored<T> = {
  readonly [Key in keyof T]: T[Key] extends Temporal.Instant
    ? string
    : T[Key] extends Temporal.Instant | null
      ? string | null
      : T[Key];
};

type Supplement = CaseState['supplements'][number];
type StoredSupplement = Omit<Stored<Supplement>, 'cancelled'> & {
  readonly cancelled?: Stored<NonNullable<Supplement['cancelled']>>;
};

/** A case as one row. */
export interface CaseRow {
  readonly dossier_id: string;
  readonly code: string;
  readonly applicant_ref: string;
  readonly submitted_by: string;
  /** Who else follows it. */
  readonly parties: readonly Plain<PartyReference>[];
  readonly procedure_code: string;
  readonly receiving_agency: string;
  readonly competent_agency: string;
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
  readonly supplements: readonly StoredSupplement[];
  readonly fee_demands: readonly Stored<CaseState['feeDemands'][number]>[];
  readonly supplement_deadline_at: Temporal.Instant | null;
  readonly consultation_expires_at: Temporal.Instant | null;
  readonly calendar_revision: number | null;
  readonly extension: Stored<NonNullable<CaseState['extension']>> | null;
  readonly apologies: readonly Stored<CaseState['apologies'][number]>[];
  readonly trail: readonly string[];
  /** When and how intake gave the result back; null until then. */
  readonly returned_at: Temporal.Instant | null;
  readonly return_method: string | null;
}

/** What other services say of a case, and no decision of this one depends on. */
export type HeardOfCase = Partial<Pick<CaseRow, 'applicant_ref' | 'parties' | 'returned_at' | 'return_method'>>;

export const CASES = rowTable<CaseRow>('case_file', {
  dossier_id: 'key',
  code: 'fixed',
  // Only a correction of the dossier changes these two.
  applicant_ref: 'plain',
  parties: 'plain',
  submitted_by: 'fixed',
  procedure_code: 'fixed',
  // Only an agency's end, merger or split changes them.
  receiving_agency: 'plain',
  competent_agency: 'plain',
  // Frozen at acceptance: only an explicit move to another process, or a correction of the variant, changes it (R14).
  terms: 'plain',
  // Only where an acceptance was undone are they those of the next one.
  accepted_at: 'plain',
  original_statutory_due_at: 'plain',
  original_promised_due_at: 'plain',
  earlier_supplements: 'plain',
  version: 'plain',
  status: 'plain',
  started_at: 'plain',
  ended_at: 'plain',
  decision: 'plain',
  statutory_due_at: 'plain',
  promised_due_at: 'plain',
  supplements: 'plain',
  fee_demands: 'plain',
  supplement_deadline_at: 'plain',
  consultation_expires_at: 'plain',
  calendar_revision: 'plain',
  extension: 'plain',
  apologies: 'plain',
  trail: 'plain',
  returned_at: 'plain',
  return_method: 'plain',
});

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const text = (at: Temporal.Instant): string => at.toString();

const storedSupplements = (supplements: CaseState['supplements']): CaseRow['supplements'] =>
  supplements.map(({ requestedAt, deadlineAt, completedAt, cancelled, ...rest }) => ({
    ...rest,
    ...(cancelled && { cancelled: { ...cancelled, at: text(cancelled.at) } }),
    requestedAt: text(requestedAt),
    deadlineAt: text(deadlineAt),
    completedAt: completedAt && text(completedAt),
  }));

const storedDemands = (demands: CaseState['feeDemands']): CaseRow['fee_demands'] =>
  demands.map(({ demandedAt, deadlineAt, paidAt, ...rest }) => ({
    ...rest,
    demandedAt: text(demandedAt),
    deadlineAt: text(deadlineAt),
    paidAt: paidAt && text(paidAt),
  }));

const storedExtension = (extension: CaseState['extension']): CaseRow['extension'] =>
  extension && {
    ...extension,
    at: text(extension.at),
    previous: text(extension.previous),
    promised: text(extension.promised),
  };

const storedApologies = (apologies: CaseState['apologies']): CaseRow['apologies'] =>
  apologies.map(({ at, previous, newDueAt, ...rest }) => ({
    ...rest,
    at: text(at),
    previous: text(previous),
    newDueAt: text(newDueAt),
  }));

/** What changes of a case in the course of its life. */
const current = (state: CaseState) =>
  ({
    terms: state.terms,
    receiving_agency: state.terms.receivingAgency,
    competent_agency: state.terms.competentAgency,
    status: state.status,
    started_at: state.startedAt,
    ended_at: state.endedAt,
    decision: state.decision,
    statutory_due_at: state.due.statutory,
    promised_due_at: state.due.promised,
    supplements: storedSupplements(state.supplements),
    fee_demands: storedDemands(state.feeDemands),
    supplement_deadline_at:
      state.status === 'awaitingSupplement' ? (state.supplements.at(-1)?.deadlineAt ?? null) : null,
    consultation_expires_at: consultationExpiresAt(state),
    // Null: the revision of the acceptance, as the terms have it.
    calendar_revision: state.calendarRevision === state.terms.calendar.revision ? null : state.calendarRevision,
    extension: storedExtension(state.extension),
    apologies: storedApologies(state.apologies),
    trail: state.trail,
  }) satisfies Partial<CaseRow>;

export const newCaseRow = (
  state: CaseState,
  whose: Pick<CaseRow, 'applicant_ref' | 'submitted_by' | 'parties'>,
): CaseRow => ({
  ...whose,
  ...current(state),
  dossier_id: state.dossierId,
  code: state.code,
  procedure_code: state.terms.procedure.code,
  receiving_agency: state.terms.receivingAgency,
  competent_agency: state.terms.competentAgency,
  accepted_at: state.acceptedAt,
  original_statutory_due_at: state.original.statutory,
  original_promised_due_at: state.original.promised,
  earlier_supplements: state.earlierSupplements,
  version: 1,
  returned_at: null,
  return_method: null,
});

/** The row as it is from now on; what did not change is the same object as before. */
export function changedCaseRow(row: CaseRow, was: CaseState, state: CaseState): CaseRow {
  const now = current(state);
  return {
    ...row,
    ...now,
    version: row.version + 1,
    supplements: state.supplements === was.supplements ? row.supplements : now.supplements,
    fee_demands: state.feeDemands === was.feeDemands ? row.fee_demands : now.fee_demands,
    extension: state.extension === was.extension ? row.extension : now.extension,
    apologies: state.apologies === was.apologies ? row.apologies : now.apologies,
    trail: state.trail === was.trail ? row.trail : now.trail,
    supplement_deadline_at: unlessMoved(row.supplement_deadline_at, now.supplement_deadline_at),
    consultation_expires_at: unlessMoved(row.consultation_expires_at, now.consultation_expires_at),
    statutory_due_at: unlessMoved(row.statutory_due_at, now.statutory_due_at),
    promised_due_at: unlessMoved(row.promised_due_at, now.promised_due_at),
  };
}

const caseTask = (row: TaskRow): CaseTask => ({
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
  sentBy: officerOrNull(row.sent_by_subject, row.sent_by_name),
  handedOverFrom: row.handed_over_from,
  question: row.question,
});

/** @param tasks the open ones, in the order in which they came up */
export const caseState = (row: CaseRow, tasks: readonly TaskRow[]): CaseState => ({
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
  supplements: row.supplements.map(({ requestedAt, deadlineAt, completedAt, cancelled, ...rest }) => ({
    ...rest,
    ...(cancelled && { cancelled: { ...cancelled, at: instant(cancelled.at) } }),
    requestedAt: instant(requestedAt),
    deadlineAt: instant(deadlineAt),
    completedAt: completedAt === null ? null : instant(completedAt),
  })),
  feeDemands: row.fee_demands.map(({ demandedAt, deadlineAt, paidAt, ...rest }) => ({
    ...rest,
    demandedAt: instant(demandedAt),
    deadlineAt: instant(deadlineAt),
    paidAt: paidAt === null ? null : instant(paidAt),
  })),
  // Null in cases of an older release, and until a recalculation.
  calendarRevision: row.calendar_revision ?? row.terms.calendar.revision,
  extension: row.extension && {
    ...row.extension,
    at: instant(row.extension.at),
    previous: instant(row.extension.previous),
    promised: instant(row.extension.promised),
  },
  apologies: row.apologies.map(({ at, previous, newDueAt, ...rest }) => ({
    ...rest,
    at: instant(at),
    previous: instant(previous),
    newDueAt: instant(newDueAt),
  })),
  tasks: tasks.map(caseTask),
  trail: row.trail,
});
