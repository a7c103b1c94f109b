import { assertActionAllowed } from './case-actions.js';
import type { Decided } from './case-fact.js';
import type { CaseState, Officer } from './case-state.js';
import { openSupplement } from '../supplements/complete-supplement.js';
import { leadingAgency } from './where-it-stands.js';

function stopped(state: CaseState, reason: string, by: Officer | null, now: Temporal.Instant): Decided {
  const agency = leadingAgency(state);
  return {
    state: { ...state, status: 'stopped', endedAt: now, tasks: [] },
    facts: [
      { type: 'stepChanged', step: null, agency, officer: null, agencies: [] },
      { type: 'stopped', reason, by },
    ],
  };
}

/** The case ends without a result, for a reason that the applicant reads (form 05, R21). @rule R21 */
export function stopCase(state: CaseState, reason: string, by: Officer, now: Temporal.Instant): Decided {
  assertActionAllowed(state, 'stop');
  return stopped(state, reason, by, now);
}

/**
 * The applicant did not answer this request in time, as intake has recorded: the case stops. Undefined where the case
 * no longer waits for it.
 * @rule R9
 */
export function expireSupplement(
  state: CaseState,
  { number, deadlineAt }: { readonly number: number; readonly deadlineAt: Temporal.Instant },
  now: Temporal.Instant,
): Decided | undefined {
  const open = openSupplement(state);
  if (open?.number !== number) return undefined;
  // Its deadline has moved meanwhile, and intake has not heard of it yet: it will say so again, if it comes to that.
  if (Temporal.Instant.compare(deadlineAt, open.deadlineAt) < 0) return undefined;
  return stopped(state, `Quá thời hạn bổ sung hồ sơ lần ${open.number}`, null, now);
}
