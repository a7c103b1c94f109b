import { assertActionAllowed } from './case-actions.js';
import type { Decided } from './case-fact.js';
import type { CaseState, Officer } from './case-state.js';

/** An officer puts the case before the leaders of its agency, for a reason. A case that has ended is refused. */
export function escalateCase(state: CaseState, reason: string, by: Officer): Decided {
  assertActionAllowed(state, 'escalate');
  return { state, facts: [{ type: 'escalated', why: 'asked', reason, by, taskId: null }] };
}
