import { CHANNELS, type Channel } from './channels.js';
import type { VariableName } from './variables.js';

interface MessageKind {
  readonly channels: readonly Channel[];
  /** What its templates may name besides {@link DOSSIER_VARIABLES}. */
  readonly variables: readonly VariableName[];
}

/** Known of every dossier: which it is, which agency and officer holds it, since when (R19). */
const DOSSIER_VARIABLES = [
  'code',
  'procedureName',
  'agencyName',
  'agencyAddress',
  'agencyPhone',
  'officerName',
  'trackingUrl',
  'at',
] as const satisfies readonly VariableName[];

const both = (...variables: VariableName[]): MessageKind => ({ channels: CHANNELS, variables });
const inApp = (...variables: VariableName[]): MessageKind => ({ channels: ['inApp'], variables });

/** What people are told, one kind for each thing that happens; `letter` is the frame around every mail. */
export const KINDS = {
  'dossier.registered': both('receptionDueAt'),
  'dossier.registered-after-payment': both('receptionDueAt'),
  'dossier.registered-after-supplement': both('receptionDueAt'),
  'dossier.payment-required': both('amount'),
  'dossier.fee-demanded': both('amount', 'reason', 'deadlineAt'),
  'dossier.other-due': both('dueName', 'amount', 'collectorName', 'legalBasis', 'howToPay'),
  'dossier.accepted': both('dueAt', 'returnAgencyName', 'returnAgencyAddress'),
  'dossier.acceptance-undone': both('reason'),
  'dossier.refused': both('reason', 'items'),
  'dossier.supplement-requested': both('items', 'deadlineAt'),
  'dossier.supplement-part-given': both('items'),
  'dossier.supplement-cancelled': both('reason'),
  'dossier.processing': both('dueAt'),
  'dossier.processing-resumed': both('dueAt'),
  'dossier.handed-over': inApp('stepName', 'dueAt'),
  'dossier.withdrawn': both('reason'),
  'dossier.stopped': both('reason'),
  'dossier.processed': both('returnAgencyName', 'returnAgencyAddress', 'amount'),
  'dossier.message-from-office': both(),
  'dossier.message-from-applicant': inApp(),
  'dossier.receipt-unconfirmed': inApp('amount', 'receiptNumber'),
  'dossier.corrected': both(),
  'dossier.forwarded': both(),
  'dossier.returned': both('returnMethod', 'trackingNumber'),
  'dossier.posted': both('trackingNumber', 'amount'),
  'dossier.post-failed': both('trackingNumber', 'returnAgencyName', 'returnAgencyAddress'),
  'dossier.papers-lost': both('reason'),
  'dossier.return-undone': both('reason'),
  'dossier.payment-reminder': both('amount', 'deadlineAt', 'returnAgencyName'),
  'dossier.collection-reminder': both('returnAgencyName', 'returnAgencyAddress', 'amount'),
  'case.supplement-requested': both('items', 'deadlineAt'),
  'case.supplement-rejected': both('reason'),
  'case.withdrawal-refused': both('reason'),
  'case.deadline-adjusted': both('reason', 'dueAt', 'previousDueAt'),
  'case.apologised': both('reason', 'dueAt', 'previousDueAt'),
  'case.supplement-deadline-adjusted': both('reason', 'deadlineAt'),
  'case.supplement-completed': inApp(),
  'case.supplement-part-given': inApp(),
  'case.withdrawn': inApp('reason'),
  'case.due-soon': inApp('stepName', 'dueAt'),
  'case.overdue': inApp('stepName', 'dueAt'),
  'case.escalated': inApp('stepName', 'reason'),
  'case.result-issued': both('resultName', 'resultNumber', 'signerName', 'amount'),
  'case.result-replaced': both('resultName', 'resultNumber', 'signerName', 'replacedNumber', 'reason'),
  'case.result-revoked': both('resultName', 'resultNumber', 'reason'),
  'payment.received': both('amount', 'paymentMethod', 'reference'),
  'payment.part-received': both('amount', 'stillOwed', 'paymentMethod', 'reference'),
  'payment.reversed': both('amount', 'reason', 'reference'),
  'payment.refund-listed': both('amount'),
  'payment.refund-approved': both('amount', 'reason'),
  'payment.refund-paid': both('amount'),
  'payment.receipt-adjusted': both('amount', 'receiptNumber', 'adjustedNumber', 'reason'),
  'payment.refund-failed': both('amount', 'reason'),
  'payment.refund-kept': both('amount', 'reason'),
  'payment.receipt-issued': both('receiptNumber', 'feeKind', 'amount'),
  'task.assigned': inApp('stepName', 'dueAt'),
  letter: { channels: ['email'], variables: ['subject', 'text'] },
} as const satisfies Record<string, MessageKind>;

export type KindCode = keyof typeof KINDS;
export const KIND_CODES = Object.keys(KINDS) as readonly KindCode[];
export const isKindCode = (code: string): code is KindCode => Object.hasOwn(KINDS, code);

export const hasChannel = (kind: KindCode, channel: Channel): boolean =>
  (KINDS[kind].channels as readonly Channel[]).includes(channel);

/** A name goes into sealed mail only: what is read in the application is kept as it is written. */
export const variablesOf = (kind: KindCode, channel: Channel): readonly VariableName[] => [
  ...DOSSIER_VARIABLES,
  ...KINDS[kind].variables,
  ...(channel === 'email' ? (['fullName'] as const) : []),
];
