import type { CaseState, CaseSupplement } from '../cases/case-state.js';

/** Time that the applicant takes: for a supplement, or for the payment of a fee that arose. */
export type Wait = Pick<CaseSupplement, 'requestedAt' | 'completedAt'>;

/**
 * Everything that pauses the term, in the order in which it began: what the applicant was asked for and has not given yet.
 * There is nothing else; a technical outage pauses no term.
 * @rule R8 R11
 */
export const pausesOf = (state: CaseState, supplements: readonly Wait[]): Wait[] =>
  [...supplements, ...paymentPauses(state)].sort((a, b) => Temporal.Instant.compare(a.requestedAt, b.requestedAt));

/** The payments for which the term waits, where the procedure lets it. @rule R8 */
export const paymentPauses = ({ feeDemands, terms }: CaseState): Wait[] =>
  terms.paymentPausesTerm
    ? feeDemands.map(({ demandedAt, paidAt }) => ({ requestedAt: demandedAt, completedAt: paidAt }))
    : [];
