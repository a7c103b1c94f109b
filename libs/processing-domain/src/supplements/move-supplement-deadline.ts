import { Refusal } from '@motcua/kernel';
import { faultsOfMovedDeadline, type WorkingCalendar } from '@motcua/legal-clock';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, Officer } from '../cases/case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { supplementInHand } from './cancel-supplement.js';

interface Moving {
  readonly number: number;
  readonly officer: Officer;
  readonly reason: string;
  readonly deadlineAt: Temporal.Instant;
}

/**
 * The applicant gets more time for what was asked, as long as the time that they have has not passed: no more than a request that is
 * made today would give.
 * @rule R9 R12
 * @throws Refusal CASE.SUPPLEMENT_NOT_OPEN, CASE.SUPPLEMENT_DEADLINE_INVALID
 */
export function moveSupplementDeadline(
  state: CaseState,
  { number, officer, reason, deadlineAt }: Moving,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'moveSupplementDeadline');
  const open = supplementInHand(state, number);
  // What has passed is intake's to record, which may have done so already.
  if (Temporal.Instant.compare(now, open.deadlineAt) > 0)
    throw new Refusal<ProcessingRefusalCode>('CASE.SUPPLEMENT_NOT_OPEN', { number, openNumber: null });
  const workingDays = state.terms.supplementTermWorkingDays;
  const faults = faultsOfMovedDeadline(calendar, { previous: open.deadlineAt, wanted: deadlineAt, workingDays, now });
  if (faults.length > 0)
    throw new Refusal<ProcessingRefusalCode>('CASE.SUPPLEMENT_DEADLINE_INVALID', { number }, faults);
  const supplements = state.supplements.map((one) => (one === open ? { ...one, deadlineAt } : one));
  return {
    state: { ...state, supplements },
    facts: [
      {
        type: 'supplementDeadlineAdjusted',
        number,
        rule: 'R9',
        reason,
        by: officer,
        previous: open.deadlineAt,
        deadlineAt,
      },
    ],
  };
}
