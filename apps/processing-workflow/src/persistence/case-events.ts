import {
  CaseAcceptanceUndoneV1,
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
  CaseSupplementPartGivenV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
} from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import type { NewEvent } from '@motcua/platform';
import type { CaseFact, CaseState, Decided, Officer } from '@motcua/processing-domain';
import { becameOverdue, dueSoon, escalated, supplementDeadlineAdjusted } from './deadline-events.js';
import { type Leaders, leadersFor } from './leaders.js';

const orNull = (instant: Temporal.Instant | null): string | null => (instant === null ? null : withOffset(instant));

type Told = Pick<NewEvent, 'contract' | 'data'>;

function told(state: CaseState, fact: CaseFact, leaders: readonly Officer[], now: Temporal.Instant): Told {
  const { dossierId } = state;
  const at = withOffset(now);
  switch (fact.type) {
    case 'opened': {
      const { procedure, version } = state.terms.definition;
      const { statutory, promised } = state.original;
      return {
        contract: CaseOpenedV1,
        data: {
          dossierId,
          code: state.code,
          definition: { procedure, version },
          openedAt: at,
          statutoryDueAt: withOffset(statutory),
          promisedDueAt: withOffset(promised),
          firstStep: fact.firstStep,
          agency: fact.agency,
        },
      };
    }
    case 'started':
      return {
        contract: CaseStartedV1,
        data: { dossierId, startedAt: at, officer: fact.officer, agency: fact.agency },
      };
    case 'stepChanged':
      return {
        contract: CaseStepChangedV1,
        data: {
          dossierId,
          step: fact.step,
          agency: fact.agency,
          officer: fact.officer,
          at,
          agenciesWithTask: fact.agencies,
        },
      };
    case 'supplementRequested': {
      const { number, items, requestedBy, requestedAt, deadlineAt } = fact.supplement;
      return {
        contract: CaseSupplementRequestedV1,
        data: {
          dossierId,
          number,
          requestedAt: withOffset(requestedAt),
          items,
          deadlineAt: withOffset(deadlineAt),
          requestedBy,
        },
      };
    }
    case 'supplementCompleted':
      return {
        contract: CaseSupplementCompletedV1,
        data: {
          dossierId,
          number: fact.number,
          completedAt: withOffset(fact.completedAt),
          statutoryDueAt: withOffset(fact.due.statutory),
          promisedDueAt: withOffset(fact.due.promised),
          tell: fact.tell,
          ...(fact.takenAsEnough && { takenAsEnough: fact.takenAsEnough }),
        },
      };
    case 'supplementPartGiven': {
      const { number, givenAt, tell } = fact;
      return { contract: CaseSupplementPartGivenV1, data: { dossierId, number, givenAt: withOffset(givenAt), tell } };
    }
    case 'supplementCancelled':
      return {
        contract: CaseSupplementCancelledV1,
        data: {
          dossierId,
          number: fact.number,
          cancelledAt: at,
          reason: fact.reason,
          by: fact.by,
          statutoryDueAt: withOffset(fact.due.statutory),
          promisedDueAt: withOffset(fact.due.promised),
        },
      };
    case 'feeDemanded': {
      const { lines, demandedAt, deadlineAt, paidAt: _, ...demand } = fact.demand;
      return {
        contract: CaseFeeDemandedV1,
        data: {
          dossierId,
          demand: {
            ...demand,
            lines: lines.map(({ amount, ...line }) => ({
              ...line,
              base: amount,
              net: amount,
              collectedAt: 'onDemand',
              reduction: null,
            })),
            demandedAt: withOffset(demandedAt),
            deadlineAt: withOffset(deadlineAt),
          },
        },
      };
    }
    case 'supplementRejected':
      return { contract: CaseSupplementRejectedV1, data: { dossierId, number: fact.number, at, reason: fact.reason } };
    case 'deadlineAdjusted': {
      const { rule, reason, by, previous, due } = fact;
      return {
        contract: CaseDeadlineAdjustedV1,
        data: {
          dossierId,
          rule,
          reason,
          at,
          by,
          previous: { statutoryDueAt: orNull(previous.statutory), promisedDueAt: orNull(previous.promised) },
          statutoryDueAt: orNull(due.statutory),
          promisedDueAt: orNull(due.promised),
        },
      };
    }
    case 'supplementDeadlineAdjusted':
      return supplementDeadlineAdjusted(state, fact, now);
    case 'becameOverdue':
      return becameOverdue(state, fact, leaders, now);
    case 'dueSoon':
      return dueSoon(state, fact, leaders, now);
    case 'escalated':
      return escalated(state, fact, leaders, now);
    case 'stopped':
      return { contract: CaseStoppedV1, data: { dossierId, stoppedAt: at, reason: fact.reason, by: fact.by } };
    case 'withdrawn':
      return { contract: CaseWithdrawnV1, data: { dossierId, withdrawnAt: at, reason: fact.reason, tell: fact.tell } };
    case 'acceptanceUndone':
      return {
        contract: CaseAcceptanceUndoneV1,
        data: { dossierId, undoneAt: at, reason: fact.reason, by: fact.by },
      };
    case 'apologised': {
      const { by, reason, previous, newDueAt } = fact.apology;
      return {
        contract: CaseApologisedV1,
        data: { dossierId, at, by, reason, previousDueAt: withOffset(previous), newDueAt: withOffset(newDueAt) },
      };
    }
    case 'withdrawalRefused':
      return { contract: CaseWithdrawalRefusedV1, data: { dossierId, at, reason: fact.reason } };
    case 'resultIssued': {
      const { documentNumber, replaces: old, ...result } = fact.result;
      const replaces = old ? { number: old.documentNumber, sha256: old.sha256, reason: old.reason } : null;
      return {
        contract: CaseResultIssuedV1,
        data: { dossierId, ...result, number: documentNumber, issuedAt: at, signer: fact.signer, replaces },
      };
    }
    case 'resultRevoked': {
      const { documentNumber, ...result } = fact.result;
      return {
        contract: CaseResultRevokedV1,
        data: {
          dossierId,
          ...result,
          number: documentNumber,
          revokedAt: at,
          reason: fact.reason,
          by: fact.by,
          replacedBy: fact.replacedBy,
        },
      };
    }
    case 'completed':
      return {
        contract: CaseCompletedV1,
        data: { dossierId, completedAt: at, outcome: fact.outcome, resultCode: fact.resultCode },
      };
  }
}

/** How each fact of a case is told to the other services: one contract each, in the order in which they happened. */
export const eventsOf = ({ state, facts }: Decided, leaders: Leaders, now: Temporal.Instant): NewEvent[] =>
  facts.map((fact) => ({
    ...told(state, fact, leadersFor(state, fact, leaders), now),
    key: state.dossierId,
    time: now,
  }));
