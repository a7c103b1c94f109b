import type { Taken } from './take-confirmation.js';

/** What the history says of a confirmation that was taken. */
export const confirmationDetail = ({ decision, confirmation }: Taken): Readonly<Record<string, unknown>> => ({
  reference: confirmation.reference,
  source: confirmation.source,
  outcome: decision.outcome,
  amount: confirmation.amount,
  transaction: confirmation.transaction,
});
