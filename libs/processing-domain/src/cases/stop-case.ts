import { assertActionAllowed } from './case-actions.js';
import type { Decided } from './case-fact.js';
import type { CaseState, Officer } from './case-state.js';
import { leadingAgency } from './where-it-stands.js';

/** The case once it has stopped: nobody has a task, and everyone is told. */
export function stopped(state: CaseState, reason: string, by: Officer | null, now: Temporal.Instant): Decided {
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
