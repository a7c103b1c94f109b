import type {
  CaseApologisedV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseOpenedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  CaseStoppedV1,
  CaseSupplementCancelledV1,
  CaseSupplementCompletedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
} from '@motcua/contracts';
import type { RowChange } from '@motcua/platform';
import type { DossierFacts } from '../change/dossier-facts.js';
import { newSupplement, type SupplementRow } from '../persistence/supplement-row.js';
import type { CaseFact } from './apply-case-fact.js';
import { replacedResults, revokedResults, storedResult } from './store-result.js';

export type Fact = Omit<CaseFact, 'id' | 'at'> & { readonly at: string };

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const atOrNull = (text: string | null): Temporal.Instant | null => (text === null ? null : at(text));

const settled =
  (number: number, change: Partial<SupplementRow>) =>
  ({ supplements }: DossierFacts): RowChange<SupplementRow>[] =>
    supplements
      .filter((request) => request.number === number)
      .map((before) => ({ before, after: { ...before, ...change } }));

export const opened = ({ openedAt, agency, firstStep }: CaseOpenedV1): Fact => ({
  at: openedAt,
  action: 'caseOpened',
  detail: { step: firstStep },
  changes: { holderAgency: agency, holderOfficer: null, holderStep: firstStep.name },
});

export const started = ({ startedAt, officer, agency }: CaseStartedV1): Fact => ({
  at: startedAt,
  action: 'caseStarted',
  detail: { officer: officer.subject, agency },
  changes: { holderAgency: agency, holderOfficer: officer.name },
  to: 'processing',
});

/** Every agency with a task sees the dossier. @rule R23 */
export const stepChanged = ({ at: since, step, agency, officer, agenciesWithTask }: CaseStepChangedV1): Fact => ({
  at: since,
  action: 'caseStepChanged',
  detail: { step, agency, officer: officer?.subject ?? null },
  changes: {
    holderAgency: agency,
    taskAgencies: agenciesWithTask ?? [],
    holderOfficer: officer?.name ?? null,
    holderStep: step?.name ?? null,
  },
});

export function supplementRequested(data: CaseSupplementRequestedV1): Fact {
  const { dossierId, number, items, requestedBy, requestedAt, deadlineAt } = data;
  const after = newSupplement({
    dossierId,
    number,
    beforeAcceptance: false,
    requestedAt: at(requestedAt),
    items,
    deadlineAt: at(deadlineAt),
    requestedBy,
    receptionDueAt: null,
  });
  return {
    at: requestedAt,
    action: 'supplementRequested',
    detail: { number, items, deadlineAt, requestedBy: requestedBy.subject },
    changes: { supplementCount: number, statusReason: items.map(({ reason }) => reason).join('\n') },
    to: 'supplementRequired',
    supplements: ({ supplements }) =>
      supplements.some((request) => request.number === number) ? [] : [{ before: null, after }],
  };
}

/** The term goes on with the deadlines that the case has computed. @rule R9 */
export function supplementCompleted(data: CaseSupplementCompletedV1): Fact {
  const { number, completedAt, statutoryDueAt, promisedDueAt, takenAsEnough } = data;
  return {
    at: completedAt,
    action: 'supplementCompleted',
    detail: { number, statutoryDueAt, promisedDueAt, ...(takenAsEnough && { takenAsEnough: takenAsEnough.reason }) },
    changes: { statutoryDueAt: at(statutoryDueAt), promisedDueAt: at(promisedDueAt), statusReason: null },
    to: 'processing',
    supplements: settled(number, {
      givenAt: at(completedAt),
      completedAt: at(completedAt),
      rejectedReason: null,
      enoughReason: takenAsEnough?.reason ?? null,
    }),
  };
}

export function supplementDeadlineAdjusted(data: CaseSupplementDeadlineAdjustedV1): Fact {
  const { number, rule, reason, previousDeadlineAt, deadlineAt } = data;
  return {
    at: data.at,
    action: 'supplementDeadlineAdjusted',
    detail: { number, rule, reason, previousDeadlineAt, deadlineAt },
    // What had lapsed by the old deadline is due by the new one again.
    supplements: settled(number, { deadlineAt: at(deadlineAt), lapsedAt: null }),
  };
}

/** Taken back: the case goes on as if it had never asked. @rule R8 */
export function supplementCancelled(data: CaseSupplementCancelledV1): Fact {
  const { number, cancelledAt, reason, by, statutoryDueAt, promisedDueAt } = data;
  const cancelled = { cancelledAt: at(cancelledAt), cancelledReason: reason, lapsedAt: at(cancelledAt) };
  return {
    at: cancelledAt,
    action: 'supplementCancelled',
    detail: { number, reason, by: by.subject, statutoryDueAt, promisedDueAt },
    changes: { statutoryDueAt: at(statutoryDueAt), promisedDueAt: at(promisedDueAt), statusReason: null },
    to: 'processing',
    supplements: settled(number, cancelled),
  };
}

export const supplementRejected = ({ at: since, number, reason }: CaseSupplementRejectedV1): Fact => ({
  at: since,
  action: 'supplementRejected',
  detail: { number, reason },
  supplements: settled(number, { givenAt: null, completedAt: null, rejectedReason: reason }),
});

export function deadlineAdjusted(data: CaseDeadlineAdjustedV1): Fact {
  const { rule, reason, previous, statutoryDueAt, promisedDueAt } = data;
  return {
    at: data.at,
    action: 'deadlineAdjusted',
    detail: { rule, reason, previous, statutoryDueAt, promisedDueAt },
    changes: { statutoryDueAt: atOrNull(statutoryDueAt), promisedDueAt: atOrNull(promisedDueAt) },
  };
}

/** A fee arose in the course of the case: the dossier waits for the payment. @rule R16 */
export function feeDemanded({ demand }: CaseFeeDemandedV1): Fact {
  const { number, lines, reason, legalBasis, demandedAt, deadlineAt } = demand;
  const amount = lines.reduce((sum, { net }) => sum + net, 0);
  return {
    at: demandedAt,
    action: 'feeDemanded',
    detail: { number, amount, reason, legalBasis, deadlineAt, demandedBy: demand.demandedBy.subject },
    changes: {
      feeDemand: {
        number,
        lines,
        reason,
        legalBasis,
        demandedAt,
        deadlineAt,
        demandedBy: demand.demandedBy,
        paidAt: null,
      },
      statusReason: reason,
    },
    feeLines: lines,
    to: 'paymentRequired',
  };
}

/** The new date is told and kept; what was promised stays what counts. @rule R13 */
export const apologised = ({ at: since, reason, previousDueAt, newDueAt, by }: CaseApologisedV1): Fact => ({
  at: since,
  action: 'apologised',
  detail: { reason, previousDueAt, newDueAt, by: by.subject },
});

export const stopped = ({ stoppedAt, reason, by }: CaseStoppedV1): Fact => ({
  at: stoppedAt,
  action: 'stopped',
  detail: { reason, by: by?.subject ?? null },
  changes: { statusReason: reason, withdrawalAskedAt: null },
  to: 'stopped',
});

export const withdrawn = ({ withdrawnAt, reason }: CaseWithdrawnV1): Fact => ({
  at: withdrawnAt,
  action: 'withdrawn',
  detail: { reason },
  changes: { statusReason: reason, withdrawalAskedAt: null },
  to: 'withdrawn',
});

export const withdrawalRefused = ({ at: since, reason }: CaseWithdrawalRefusedV1): Fact => ({
  at: since,
  action: 'withdrawalRefused',
  detail: { reason },
  changes: { withdrawalAskedAt: null },
});

export const completed = ({ completedAt, outcome, resultCode }: CaseCompletedV1): Fact => ({
  at: completedAt,
  action: 'caseCompleted',
  detail: { outcome, resultCode },
  changes: { outcome, statusReason: null, holderOfficer: null, holderStep: null },
  to: 'processed',
});

export const resultIssued = (data: CaseResultIssuedV1): Fact => ({
  at: data.issuedAt,
  action: 'resultIssued',
  detail: {
    resultCode: data.resultCode,
    number: data.number,
    sha256: data.file.sha256,
    signer: data.signer.subject,
    signatureFormat: data.signatureFormat,
    replaces: data.replaces?.number ?? null,
  },
  stored: (dossier) => [storedResult(dossier, data)],
  storeChanged: ({ results }) => replacedResults(results, data),
});

export const resultRevoked = (data: CaseResultRevokedV1): Fact => ({
  at: data.revokedAt,
  action: 'resultRevoked',
  detail: {
    number: data.number,
    sha256: data.sha256,
    reason: data.reason,
    by: data.by.subject,
    replacedBy: data.replacedBy,
  },
  storeChanged: ({ results }) => revokedResults(results, data),
});
