import type {
  ApplicantKind,
  Channel,
  DeliveryMethod,
  DossierStatus,
  IdentityType,
  Link,
  ReceivedPapers,
  Remark,
} from '@motcua/dossier-domain';
import type { FeeLine, OfficerReference, Plain } from '@motcua/contracts';
import type { Language } from '@motcua/kernel';
import { rowTable } from '@motcua/platform';
import type { Term } from '@motcua/legal-clock';
import type { StoredParties } from './parties.js';
import type { PopulationCheck } from './population-check.js';
import type { StoredForm } from './stored-form.js';

interface StoredApplicant {
  readonly kind: ApplicantKind;
  readonly identityType: IdentityType;
  /** Sealed: opened only for those who may see the dossier. */
  readonly identityNumber: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

interface StoredDelivery {
  readonly method: DeliveryMethod;
  readonly address: string | null;
}

/** What the citizen asked an office for in person and the office did here. */
export interface OfficeRequest {
  readonly action: 'withdraw' | 'completeSupplement' | 'reusePapers';
  readonly at: string;
  /** Name of who asked: sealed. */
  readonly askedBy: string;
  /** The signed request: a file of the dossier. */
  readonly signedRequest: string;
  readonly officer: Plain<OfficerReference>;
}

/** A fee that arose after the submission: the latest one (status 6). */
export interface StoredFeeDemand {
  readonly number: number;
  readonly lines: readonly Plain<FeeLine>[];
  readonly reason: string;
  readonly legalBasis: string;
  readonly demandedAt: string;
  readonly deadlineAt: string;
  readonly demandedBy: Plain<OfficerReference>;
  readonly paidAt: string | null;
  /** Absent until it is attached. */
  readonly notice?: DuePaper;
}

/** What was decided at acceptance and binds from then on (R14), as the slip shows it. */
export interface StoredAcceptance {
  readonly procedureVersion: number;
  readonly term: Term;
  readonly reduction: { readonly policy: string; readonly basisPoints: number; readonly legalBasis: string } | null;
  readonly calendar: { readonly code: string; readonly revision: number };
  /** The due dates on the slip; those in force are columns of their own (R12). */
  readonly statutoryDueAt: string;
  readonly promisedDueAt: string;
  readonly provisional: boolean;
}

/** A category by which the applicant claims to pay less, as the policy named it then, and who has granted it. */
export interface StoredExemption {
  readonly code: string;
  readonly name: string;
  /** The component that proves it. */
  readonly evidence: { readonly code: string; readonly name: string };
  /** The officer who accepted the dossier with it; null: nobody yet. */
  readonly grantedBy: Plain<OfficerReference> | null;
}

export interface DuePaper {
  readonly fileId: string;
  readonly name: string;
}

/** What another body collects because of the dossier, as the one-stop passed it on. */
export interface StoredOtherDue {
  readonly number: number;
  readonly name: string;
  readonly amount: number;
  readonly collector: string;
  readonly legalBasis: string;
  readonly howToPay: string;
  readonly payBy: string | null;
  readonly holdsBack: boolean;
  readonly askedAt: string;
  readonly askedBy: Plain<OfficerReference>;
  readonly notice: DuePaper | null;
  readonly proofPaper: DuePaper | null;
  /** Under which number it was paid; officer null: the applicant said so. */
  readonly proof: {
    readonly paper: string;
    readonly givenAt: string;
    readonly officer: Plain<OfficerReference> | null;
  } | null;
  readonly cancelled: {
    readonly reason: string;
    readonly at: string;
    readonly officer: Plain<OfficerReference>;
  } | null;
}

/** One row of `dossier`. */
export interface DossierRow extends StoredParties {
  readonly id: string;
  /** The ETag. */
  readonly version: number;
  readonly status: DossierStatus;
  readonly code: string | null;
  readonly procedureCode: string;
  /** In force when the draft was last checked; from submission on the version that binds (R14). */
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly variant: string;
  readonly channel: Channel;
  readonly submissionAgency: string | null;
  readonly receivingAgency: string;
  readonly competentAgency: string;
  readonly applicantRef: string;
  readonly applicant: StoredApplicant;
  readonly delivery: StoredDelivery;
  readonly formData: StoredForm;
  readonly exemptions: readonly StoredExemption[];
  readonly language: Language;
  /** Subject of the token that drafted it, then of the one that submitted it. */
  readonly submittedBy: string;
  readonly portalCode: string | null;
  /** The applicant was helped at a counter to submit online. */
  readonly assisted: boolean;
  readonly createdAt: Temporal.Instant;
  readonly listedAt: Temporal.Instant;
  readonly statusSince: Temporal.Instant;
  readonly statusReason: string | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly feeLines: readonly Plain<FeeLine>[];
  /** What is still owed of the lines due before acceptance, in đồng: also where a receipt was named and not recorded. */
  readonly unpaidBeforeAcceptance: number;
  readonly feeDemand: StoredFeeDemand | null;
  readonly otherDues: readonly StoredOtherDue[];
  readonly unpaidBeforeReturn: number;
  /** What is here of what is owed and settles nothing yet, in đồng. */
  readonly partPaid: number;
  readonly paidAt: Temporal.Instant | null;
  readonly receptionDueAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly acceptedBy: Plain<OfficerReference> | null;
  readonly acceptance: StoredAcceptance | null;
  readonly cashReceiptNumber: string | null;
  readonly statutoryDueAt: Temporal.Instant | null;
  readonly promisedDueAt: Temporal.Instant | null;
  readonly holderAgency: string;
  /** Every agency with a task on the case, consulted ones too (R23). */
  readonly taskAgencies: readonly string[];
  readonly holderOfficer: string | null;
  readonly holderStep: string | null;
  readonly supplementCount: number;
  readonly supplementDeadlineAt: Temporal.Instant | null;
  readonly paymentReturnsTo: 'processing' | null;
  readonly withdrawalAskedAt: Temporal.Instant | null;
  readonly refusal: { readonly faults: readonly Remark[]; readonly refusedBy: Plain<OfficerReference> | null } | null;
  readonly returned: {
    readonly at: string;
    readonly method: DeliveryMethod;
    readonly trackingNumber: string | null;
    readonly by: Plain<OfficerReference>;
    /** Who received it, in JSON, sealed. */
    readonly receivedBy: string | null;
    /** Codes of the components whose originals were given back. */
    readonly originals: readonly string[];
    /** When the post handed it over, as the post says. */
    readonly deliveredAt?: string | null;
  } | null;
  /** The last reminder to pay or to fetch, and how many there were of that wait. */
  readonly remindedAt: Temporal.Instant | null;
  readonly reminders: number;
  /** When it was told that no cashier has recorded the receipt that was named at the acceptance. */
  readonly receiptDoubtedAt: Temporal.Instant | null;
  readonly outcome: 'granted' | 'denied' | null;
  readonly officeRequests: readonly OfficeRequest[];
  /** What an office received on paper; null where nothing was recorded. */
  readonly received: ReceivedPapers | null;
  readonly populationCheck: PopulationCheck | null;
  /** How often it was corrected after its submission. */
  readonly corrections: number;
  /** Its place among dossiers that are submitted together; null: it is alone. */
  readonly link: Link | null;
  /** Linked dossiers for whose results it waits before it can be accepted. */
  readonly waitsFor: readonly string[];
}

/** Every field of the row, and what its column is for. */
export const DOSSIERS = rowTable<DossierRow>('dossier', {
  id: 'key',
  version: 'plain',
  status: 'plain',
  code: 'plain',
  procedureCode: 'plain',
  procedureVersion: 'plain',
  procedureName: 'plain',
  variant: 'plain',
  channel: 'plain',
  submissionAgency: 'plain',
  receivingAgency: 'plain',
  competentAgency: 'plain',
  applicantRef: 'plain',
  applicant: 'plain',
  parties: 'plain',
  partyRefs: 'plain',
  delivery: 'plain',
  formData: 'plain',
  exemptions: 'plain',
  language: 'plain',
  submittedBy: 'plain',
  portalCode: 'plain',
  assisted: 'plain',
  createdAt: 'fixed',
  listedAt: 'plain',
  statusSince: 'plain',
  statusReason: 'plain',
  submittedAt: 'plain',
  feeLines: 'plain',
  unpaidBeforeAcceptance: 'plain',
  feeDemand: 'plain',
  otherDues: 'plain',
  unpaidBeforeReturn: 'plain',
  partPaid: 'plain',
  paidAt: 'plain',
  receptionDueAt: 'plain',
  acceptedAt: 'plain',
  acceptedBy: 'plain',
  acceptance: 'plain',
  cashReceiptNumber: 'plain',
  statutoryDueAt: 'plain',
  promisedDueAt: 'plain',
  holderAgency: 'plain',
  taskAgencies: 'plain',
  holderOfficer: 'plain',
  holderStep: 'plain',
  supplementCount: 'plain',
  supplementDeadlineAt: 'plain',
  paymentReturnsTo: 'plain',
  withdrawalAskedAt: 'plain',
  refusal: 'plain',
  returned: 'plain',
  remindedAt: 'plain',
  reminders: 'plain',
  receiptDoubtedAt: 'plain',
  outcome: 'plain',
  officeRequests: 'plain',
  received: 'plain',
  populationCheck: 'plain',
  corrections: 'plain',
  link: 'plain',
  waitsFor: 'plain',
});

/** What is still owed for the dossier, in đồng: until it is paid no result is handed out. @rule R16 */
export const owedOf = ({
  unpaidBeforeAcceptance,
  unpaidBeforeReturn,
  partPaid,
  feeDemand,
}: Pick<DossierRow, 'unpaidBeforeAcceptance' | 'unpaidBeforeReturn' | 'partPaid' | 'feeDemand'>): number =>
  Math.max(0, unpaidBeforeAcceptance + unpaidBeforeReturn + unpaidDemand(feeDemand) - partPaid);

export const unpaidDemand = (demand: StoredFeeDemand | null): number =>
  demand === null || demand.paidAt !== null ? 0 : demand.lines.reduce((sum, { net }) => sum + net, 0);
