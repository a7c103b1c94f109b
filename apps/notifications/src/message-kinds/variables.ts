/**
 * What templates may name, and what each is: `text` as it stands, `instant` written out in the time of Vietnam, `amount` in
 * đồng, `items` the list of what is missing or at fault, and words of the contracts that each language has its own name for.
 */
export const VARIABLES = {
  code: 'text',
  procedureName: 'text',
  agencyName: 'text',
  agencyAddress: 'text',
  agencyPhone: 'text',
  officerName: 'text',
  trackingUrl: 'text',
  at: 'instant',

  fullName: 'text',
  subject: 'text',
  text: 'text',

  adjustedNumber: 'text',
  amount: 'amount',
  collectorName: 'text',
  deadlineAt: 'instant',
  dueAt: 'instant',
  dueName: 'text',
  feeKind: 'feeKind',
  howToPay: 'text',
  items: 'items',
  legalBasis: 'text',
  paymentMethod: 'paymentMethod',
  previousDueAt: 'instant',
  reason: 'text',
  receiptNumber: 'text',
  receptionDueAt: 'instant',
  reference: 'text',
  replacedNumber: 'text',
  resultName: 'text',
  resultNumber: 'text',
  returnAgencyAddress: 'text',
  returnAgencyName: 'text',
  returnMethod: 'returnMethod',
  signerName: 'text',
  stepName: 'text',
  stillOwed: 'amount',
  trackingNumber: 'text',
} as const satisfies Record<string, string>;

export type VariableName = keyof typeof VARIABLES;

/** One thing that is missing or at fault, by the names that the applicant knows. */
export interface Item {
  readonly component: string | null;
  readonly field: string | null;
  readonly reason: string;
}

/** What may be named inside `{{#each items}}`; `number` counts from 1. */
export const ITEM_VARIABLES = ['number', 'component', 'field', 'reason'] as const;

/** The facts of one message: instants as ISO 8601, amounts in đồng. What a message has not is null. */
export type MessageData = Readonly<Partial<Record<VariableName, string | number | readonly Item[] | null>>>;
