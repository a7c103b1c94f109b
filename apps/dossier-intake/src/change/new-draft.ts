import type { DossierRow } from '../persistence/dossier-row.js';

/** The part of a dossier's row that a draft decides. */
export type DraftedFields = Pick<
  DossierRow,
  | 'procedureCode'
  | 'procedureVersion'
  | 'procedureName'
  | 'variant'
  | 'channel'
  | 'submissionAgency'
  | 'receivingAgency'
  | 'competentAgency'
  | 'applicantRef'
  | 'applicant'
  | 'parties'
  | 'partyRefs'
  | 'delivery'
  | 'formData'
  | 'exemptions'
  | 'language'
  | 'portalCode'
  | 'assisted'
  | 'holderAgency'
>;

/** A dossier as it begins. */
export const newDraft = (
  id: string,
  fields: DraftedFields,
  submittedBy: string,
  now: Temporal.Instant,
): DossierRow => ({
  ...fields,
  id,
  version: 1,
  status: 'draft',
  code: null,
  submittedBy,
  createdAt: now,
  listedAt: now,
  statusSince: now,
  statusReason: null,
  submittedAt: null,
  feeLines: [],
  unpaidBeforeAcceptance: 0,
  feeDemand: null,
  otherDues: [],
  unpaidBeforeReturn: 0,
  partPaid: 0,
  paidAt: null,
  receptionDueAt: null,
  acceptedAt: null,
  acceptedBy: null,
  acceptance: null,
  cashReceiptNumber: null,
  statutoryDueAt: null,
  promisedDueAt: null,
  taskAgencies: [],
  holderOfficer: null,
  holderStep: null,
  supplementCount: 0,
  supplementDeadlineAt: null,
  paymentReturnsTo: null,
  withdrawalAskedAt: null,
  refusal: null,
  returned: null,
  remindedAt: null,
  reminders: 0,
  receiptDoubtedAt: null,
  outcome: null,
  officeRequests: [],
  received: null,
  populationCheck: null,
  corrections: 0,
  link: null,
  waitsFor: [],
});
