import type { SupplementPolicy, Term } from '@motcua/legal-clock';
import type { Decision } from '../tasks/decision.js';
import type { ProcessDefinition, StepRole } from '../process/process-definition.js';

export const CASE_STATUSES = [
  'open',
  'awaitingSupplement',
  'awaitingPayment',
  'completed',
  'stopped',
  'withdrawn',
  // Its acceptance was a mistake and was undone: the dossier may be accepted anew.
  'undone',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export interface Officer {
  readonly subject: string;
  readonly name: string;
}

/** Both due dates (R18); null while a supplement pauses the clock. */
export interface CaseDueDates {
  readonly statutory: Temporal.Instant | null;
  readonly promised: Temporal.Instant | null;
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** A result that a procedure may end with, and the decision that it belongs to. */
export interface ResultKind extends NamedCode {
  readonly decision: Decision;
}

/** What binds a case from its acceptance on: nothing that is published later changes it (R14). */
export interface CaseTerms {
  readonly procedure: { readonly code: string; readonly version: number; readonly name: string };
  readonly variant: string;
  readonly channel: string;
  readonly receivingAgency: string;
  readonly competentAgency: string;
  readonly term: Term;
  readonly reduction: { readonly policy: string; readonly basisPoints: number; readonly legalBasis: string } | null;
  readonly supplementPolicy: SupplementPolicy;
  readonly supplementTermWorkingDays: number;
  /** Whether the term waits for the payment of a fee that arises. */
  readonly paymentPausesTerm: boolean;
  readonly calendar: { readonly code: string; readonly revision: number };
  /** What the dossier's version asks for: the papers that may be asked for by their code. */
  readonly components: readonly NamedCode[];
  /** Pointers of the fields of its form, which may be asked for; null where it takes any. Absent in cases of older releases. */
  readonly formFields?: readonly string[] | null;
  readonly results: readonly ResultKind[];
  readonly definition: ProcessDefinition;
}

/** One thing to bring or to correct, with a sentence for the applicant (R21). */
export interface SupplementItem {
  readonly component: string | null;
  /** Name of a paper that the procedure does not list; its code is made for the request. */
  readonly name?: string | null;
  readonly field: string | null;
  readonly reason: string;
}

/** What an applicant gave of a request, by the numbers of its items; the first is 1. */
export interface SupplementPart {
  readonly at: string;
  readonly items: readonly number[];
}

export interface CaseSupplement {
  /** Counts every request of the dossier, those before acceptance too. */
  readonly number: number;
  readonly items: readonly SupplementItem[];
  readonly requestedBy: Officer;
  readonly requestedAt: Temporal.Instant;
  /** The request's own deadline (R9). */
  readonly deadlineAt: Temporal.Instant;
  readonly completedAt: Temporal.Instant | null;
  /** What came of it before all was there; absent where nothing did. */
  readonly parts?: readonly SupplementPart[];
  /** Absent where all of it was given. */
  readonly takenAsEnough?: { readonly by: Officer; readonly reason: string };
  /** Absent where it was not taken back. */
  readonly cancelled?: { readonly at: Temporal.Instant; readonly by: Officer; readonly reason: string };
}

/** One fee or charge that arose in the course of the case. */
export interface DemandedFee {
  readonly code: string;
  readonly kind: 'phi' | 'lePhi';
  readonly name: string;
  /** Đồng. */
  readonly amount: number;
}

/** A fee that the applicant was asked for after the acceptance (status 6). */
export interface CaseFeeDemand {
  readonly number: number;
  readonly lines: readonly DemandedFee[];
  readonly reason: string;
  readonly legalBasis: string;
  readonly demandedBy: Officer;
  readonly demandedAt: Temporal.Instant;
  /** From when on leaders are told that it is unpaid; nothing ends by itself. */
  readonly deadlineAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
}

/** What a task asks for: the step's own work, or the opinion of an agency that the step consults. */
export const TASK_KINDS = ['work', 'opinion'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** An open task of a case. */
export interface CaseTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly step: string;
  readonly role: StepRole;
  readonly agency: string;
  readonly holder: Officer | null;
  /** The officer who is away and for whom the holder stands in; absent or null where the task is the holder's own. */
  readonly onBehalfOf?: Officer | null;
  readonly openedAt: Temporal.Instant;
  readonly claimedAt: Temporal.Instant | null;
  /** By when the step's own term wants it done; null where the step has none. */
  readonly dueAt: Temporal.Instant | null;
  /** Who sent the case to this task, from the step before or from another agency; they may recall it. */
  readonly sentBy?: Officer | null;
  /** The agency that handed it over, where it is no more with the one that the step names. */
  readonly handedOverFrom?: string | null;
  /** What an officer asked the agency of their own accord; absent or null where the step itself opens the task. */
  readonly question?: string | null;
}

/** A result file that was put into the case. */
export interface CaseResult {
  readonly number: number;
  readonly resultCode: string;
  readonly decision: Decision;
  readonly state: 'draft' | 'signed';
  /** Last day on which it holds, `YYYY-MM-DD` in Vietnam; null: without a limit. */
  readonly validUntil: string | null;
}

/** A result as it was signed and issued (R20). */
export interface IssuedResult {
  readonly resultCode: string;
  readonly decision: Decision;
  readonly name: string;
  /** The number that the document carries. */
  readonly documentNumber: string;
  readonly signatureFormat: string;
  /** Last day on which it holds. */
  readonly validUntil?: string;
  /** The result that it takes the place of. */
  readonly replaces?: { readonly documentNumber: string; readonly sha256: string; readonly reason: string };
  readonly file: { readonly sha256: string; readonly size: number; readonly mediaType: string; readonly name: string };
  /** Of what is no PDF: it lies beside the file. */
  readonly signature?: IssuedResult['file'];
}

/** The new date that an apology gave (R13). */
interface CaseExtension {
  readonly at: Temporal.Instant;
  readonly by: Officer;
  readonly reason: string;
  readonly previous: Temporal.Instant;
  readonly promised: Temporal.Instant;
}

/** What an apology for lateness said (R13). */
export interface CaseApology {
  readonly at: Temporal.Instant;
  readonly by: Officer;
  readonly reason: string;
  /** The promised date that was not kept, or cannot be. */
  readonly previous: Temporal.Instant;
  readonly newDueAt: Temporal.Instant;
}

/** An accepted dossier in processing. */
export interface CaseState {
  readonly dossierId: string;
  readonly code: string;
  readonly acceptedAt: Temporal.Instant;
  readonly terms: CaseTerms;
  readonly original: { readonly statutory: Temporal.Instant; readonly promised: Temporal.Instant };
  readonly due: CaseDueDates;
  readonly status: CaseStatus;
  /** When the first task was first held. */
  readonly startedAt: Temporal.Instant | null;
  readonly decision: Decision | null;
  readonly supplements: readonly CaseSupplement[];
  readonly feeDemands: readonly CaseFeeDemand[];
  /** Highest number of a supplement request before acceptance. */
  readonly earlierSupplements: number;
  readonly extension: CaseExtension | null;
  readonly apologies: readonly CaseApology[];
  /** Revision of the calendar that counts now: that of the acceptance, until a recalculation was applied (R5, R12). */
  readonly calendarRevision: number;
  readonly endedAt: Temporal.Instant | null;
  /**
   * The open tasks, all of one step: one for an officer's step, one for each agency that is still asked, be it by a consultation
   * or by an officer. None once the case has ended.
   */
  readonly tasks: readonly CaseTask[];
  /** Codes of the steps that led here, the first one first; the step that the case is at is not among them. */
  readonly trail: readonly string[];
}
