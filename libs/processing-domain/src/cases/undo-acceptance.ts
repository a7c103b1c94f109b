import { dayInVietnam, Refusal, withOffset } from '@motcua/kernel';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { assertActionAllowed } from './case-actions.js';
import { type Caller, mayUndoAcceptance } from './caller.js';
import type { Decided } from './case-fact.js';
import type { CaseState, Officer } from './case-state.js';
import { leadingAgency } from './where-it-stands.js';

interface Undoing {
  readonly caller: Caller;
  readonly officer: Officer;
  readonly reason: string;
  readonly now: Temporal.Instant;
}

/**
 * The acceptance was a mistake: the case is as if there had been none, and the dossier waits for its reception again. By a
 * leader of the office that received it, on the same day in Vietnam, and as long as the applicant was asked for nothing and
 * promised nothing else in the course of the case.
 * @rule R12 R23
 * @throws Refusal CASE.ACTION_NOT_ALLOWED, CASE.UNDO_NOT_YOURS, CASE.UNDO_TOO_LATE
 */
export function undoAcceptance(state: CaseState, { caller, officer, reason, now }: Undoing): Decided {
  assertActionAllowed(state, 'undoAcceptance');
  const { receivingAgency } = state.terms;
  if (!mayUndoAcceptance(state, caller))
    throw new Refusal<ProcessingRefusalCode>('CASE.UNDO_NOT_YOURS', { receivingAgency });
  if (dayInVietnam(state.acceptedAt) !== dayInVietnam(now))
    throw new Refusal<ProcessingRefusalCode>('CASE.UNDO_TOO_LATE', { acceptedAt: withOffset(state.acceptedAt) });
  return {
    state: { ...state, status: 'undone', endedAt: now, tasks: [] },
    facts: [
      { type: 'stepChanged', step: null, agency: leadingAgency(state), officer: null, agencies: [] },
      { type: 'acceptanceUndone', reason, by: officer },
    ],
  };
}
