import type { PartyPower, PartyReference, Plain } from '@motcua/contracts';
import type { KindCode } from '../message-kinds/kinds.js';

/** Of an authorised person: what anyone is told who handed a dossier in, and what each power of theirs is about. */
const ALWAYS: readonly KindCode[] = [
  'dossier.registered',
  'dossier.registered-after-payment',
  'dossier.registered-after-supplement',
  'dossier.accepted',
  'dossier.refused',
  'dossier.withdrawn',
  'dossier.stopped',
  'dossier.corrected',
  'dossier.forwarded',
  'case.deadline-adjusted',
  'case.apologised',
];

const BY_POWER: Readonly<Record<PartyPower, readonly KindCode[]>> = {
  supplement: [
    'dossier.supplement-requested',
    'dossier.supplement-part-given',
    'dossier.supplement-cancelled',
    'case.supplement-requested',
    'case.supplement-rejected',
    'case.supplement-deadline-adjusted',
    'dossier.processing-resumed',
  ],
  withdraw: ['case.withdrawal-refused'],
  collect: [
    'dossier.processed',
    'dossier.collection-reminder',
    'dossier.returned',
    'dossier.return-undone',
    'case.result-issued',
    'case.result-replaced',
    'case.result-revoked',
  ],
  pay: [
    'dossier.payment-required',
    'dossier.fee-demanded',
    'dossier.other-due',
    'dossier.payment-reminder',
    'payment.received',
    'payment.part-received',
    'payment.reversed',
    'payment.receipt-issued',
  ],
};

/** What is between the applicant and an office, and whose money it was, is no party's. */
const APPLICANTS_OWN: readonly KindCode[] = [
  'dossier.message-from-office',
  'payment.refund-listed',
  'payment.refund-approved',
  'payment.refund-paid',
  'payment.receipt-adjusted',
  'payment.refund-failed',
  'payment.refund-kept',
];

/** Whether a message to the applicant is one for who has a part in the dossier, too: what they read there anyway (ADR 0043). */
export function concerns(kind: KindCode, { role, powers }: Pick<Plain<PartyReference>, 'role' | 'powers'>): boolean {
  if (role === 'coApplicant') return !APPLICANTS_OWN.includes(kind);
  return ALWAYS.includes(kind) || powers.some((power) => BY_POWER[power].includes(kind));
}
