import { allowedActions } from './case-actions.js';
import type { Decided } from './case-fact.js';
import type { CaseState } from './case-state.js';
import { holdersOf, leadingAgency } from './where-it-stands.js';

const WHY: Readonly<Record<CaseState['status'], string>> = {
  open: 'Hồ sơ đã được phê duyệt',
  awaitingSupplement: 'Hồ sơ đã được phê duyệt',
  awaitingPayment: 'Hồ sơ đã được phê duyệt',
  completed: 'Hồ sơ đã giải quyết xong',
  stopped: 'Hồ sơ đã dừng giải quyết',
  withdrawn: 'Hồ sơ đã được rút trước đó',
  undone: 'Việc tiếp nhận hồ sơ đã được hủy',
};

/** The applicant asks to withdraw: granted until the case is decided, refused with a reason from then on. */
export function withdrawCase(state: CaseState, reason: string, now: Temporal.Instant): Decided {
  if (!allowedActions(state).includes('withdraw')) {
    return { state, facts: [{ type: 'withdrawalRefused', reason: WHY[state.status] }] };
  }
  return {
    state: { ...state, status: 'withdrawn', endedAt: now, tasks: [] },
    facts: [
      { type: 'stepChanged', step: null, agency: leadingAgency(state), officer: null, agencies: [] },
      { type: 'withdrawn', reason, tell: holdersOf(state) },
    ],
  };
}
