/** The words that events are written in (`docs/glossary.md`). A word is only ever added within a version. */
export { LANGUAGES, type Language } from '@motcua/kernel';

export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ONLINE_LEVELS = ['full', 'partial', 'information'] as const;
export type OnlineLevel = (typeof ONLINE_LEVELS)[number];

export const SUBJECTS = ['citizen', 'enterprise', 'stateAgency', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What offices carry to each other: papers that were handed in, or results that are returned. */
export const BAG_CONTENTS = ['papers', 'results'] as const;
export type BagContents = (typeof BAG_CONTENTS)[number];

/** A post office receives and returns for the agencies of the administration, and decides nothing. */
export const AGENCY_KINDS = ['administrative', 'postOffice'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const AGENCY_LEVELS = ['province', 'department', 'commune'] as const;
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** The level that a decision assigns a procedure to; `district` lives on in procedures of before July 2025. */
export const PROCEDURE_LEVELS = ['ministry', 'province', 'department', 'district', 'commune', 'other'] as const;
export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number];

export const TERM_UNITS = ['workingDay', 'workingHour', 'calendarDay', 'month', 'sameDay'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

export const SUPPLEMENT_POLICIES = ['pause', 'restart'] as const;
export type SupplementPolicy = (typeof SUPPLEMENT_POLICIES)[number];

export const FEE_KINDS = ['phi', 'lePhi'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** When a tariff line is collected. */
export const TARIFF_COLLECTION_TIMES = ['beforeAcceptance', 'beforeReturn'] as const;
export type TariffCollectionTime = (typeof TARIFF_COLLECTION_TIMES)[number];

/** When what a dossier owes is collected; `onDemand`: as soon as it was found to be owed in the course of the dossier. */
export const COLLECTION_TIMES = ['beforeAcceptance', 'onDemand', 'beforeReturn'] as const;
export type CollectionTime = (typeof COLLECTION_TIMES)[number];

/** What a linked dossier takes over from an earlier one. */
export const GROUP_TAKES = ['result', 'component'] as const;
export type GroupTakeKind = (typeof GROUP_TAKES)[number];

export const POLICY_KINDS = ['fee', 'term'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** The ten national statuses, in the order of their numbers from 1. */
export const PUBLIC_STATUSES = [
  'registered',
  'accepted',
  'refused',
  'processing',
  'supplementRequired',
  'paymentRequired',
  'withdrawn',
  'stopped',
  'processed',
  'returned',
] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

export const DOSSIER_STATUSES = ['draft', ...PUBLIC_STATUSES] as const;
export type DossierStatus = (typeof DOSSIER_STATUSES)[number];

export const SUBMITTED_STATUSES = ['registered', 'paymentRequired'] as const;
export type SubmittedStatus = (typeof SUBMITTED_STATUSES)[number];

export const STATUS_DECIDERS = ['intake', 'workflow', 'payment'] as const;
export type StatusDecider = (typeof STATUS_DECIDERS)[number];

export const RETURN_METHODS = ['counter', 'post', 'online'] as const;
export type ReturnMethod = (typeof RETURN_METHODS)[number];

export const CASE_OUTCOMES = ['granted', 'denied'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** The two due dates of a case (R18). */
export const DUE_TRACKS = ['statutory', 'promised'] as const;
export type DueTrack = (typeof DUE_TRACKS)[number];

/** What a case may be late with. */
export const OVERDUE_KINDS = ['processing', 'step', 'secondSupplement'] as const;
export type OverdueKind = (typeof OVERDUE_KINDS)[number];

/** Why a case is put before the leaders. */
export const ESCALATION_REASONS = ['openTooLong', 'stepLate', 'feeUnpaid', 'asked'] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** What an applicant's store holds (R20). */
export const STORE_ITEM_KINDS = ['paper', 'result'] as const;
export type StoreItemKind = (typeof STORE_ITEM_KINDS)[number];

/** What the national portal hands over to intake. */
export const PORTAL_REQUESTS = ['dossier', 'supplement', 'withdrawal'] as const;
export type PortalRequest = (typeof PORTAL_REQUESTS)[number];

export const PAYMENT_METHODS = ['nationalPlatform', 'counter', 'transfer', 'nationalPortal'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const BREAK_KINDS = [
  'amountDiffers',
  'lateSuccess',
  'paidTwice',
  'unknownReference',
  'cashReceiptMismatch',
] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** `tooMuch`: more came than was owed; `unneeded`: a part that was paid, and then nothing was owed any more. */
export const REFUND_REASONS = [
  'refused',
  'withdrawn',
  'stopped',
  'lateSuccess',
  'paidTwice',
  'tooMuch',
  'unneeded',
  'corrected',
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** What the one-stop waits for the applicant to do. */
export const AWAITING = ['payment', 'collection'] as const;
export type Awaiting = (typeof AWAITING)[number];

/** What others hear of a refund once it is listed. */
export const REFUND_STEPS = ['approved', 'failed', 'refunded', 'kept'] as const;
export type RefundStep = (typeof REFUND_STEPS)[number];

/** Who has a part in a dossier beside its applicant. */
export const PARTY_ROLES = ['coApplicant', 'authorisedPerson'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What an authorisation covers beside handing in and following. */
export const PARTY_POWERS = ['supplement', 'withdraw', 'collect', 'pay'] as const;
export type PartyPower = (typeof PARTY_POWERS)[number];
