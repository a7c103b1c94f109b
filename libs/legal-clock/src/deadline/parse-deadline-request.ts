import { FaultList, isObject } from '../fault-list.js';
import { refuseUnknownMembers } from '../unknown-members.js';
import { checkPolicy, refuseFaults } from './check-input.js';
import { checkReduction } from './check-reduction.js';
import { checkSupplementOrder } from './check-supplement-order.js';
import { checkTerm } from './check-term.js';
import type { DeadlineRequest } from './deadline-request.js';
import { parseInstant } from './parse-instant.js';
import { parseSupplements } from './parse-supplements.js';
import type { Supplement, SupplementPolicy } from './pause-or-restart.js';
import type { Term } from './term.js';

const MEMBERS = ['calendar', 'acceptedAt', 'term', 'reductionBasisPoints', 'supplementPolicy', 'supplements'] as const;

/**
 * Reads the body of `POST …/deadline-calculations`. The calendar's code is not looked up. Throws `Refusal`
 * `DEADLINE.INVALID` with every fault and its JSON pointer.
 */
export function parseDeadlineRequest(input: unknown): DeadlineRequest {
  const faults = new FaultList();
  if (!isObject(input)) {
    faults.add('', 'DEADLINE.BODY_INVALID', { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' });
    refuseFaults(faults);
    throw new TypeError('unreachable: the fault above is refused');
  }
  refuseUnknownMembers(input, MEMBERS, '', 'DEADLINE.MEMBER_UNKNOWN', faults);
  const { calendar, term, reductionBasisPoints = 0, supplementPolicy = 'pause' } = input;
  if (typeof calendar !== 'string' || calendar.trim() === '') {
    faults.add('/calendar', calendar === undefined ? 'DEADLINE.CALENDAR_MISSING' : 'DEADLINE.CALENDAR_INVALID', {
      vi: 'Phải có mã lịch làm việc, ví dụ "VN".',
      en: 'The code of a working calendar is required, such as "VN".',
    });
  }
  const acceptedAt = parseInstant(input['acceptedAt'], '/acceptedAt', faults);
  if (isObject(term)) refuseUnknownMembers(term, ['amount', 'unit'], '/term', 'DEADLINE.MEMBER_UNKNOWN', faults);
  checkTerm(term, faults);
  checkReduction(reductionBasisPoints, faults);
  checkPolicy(supplementPolicy, faults);
  const supplements = parseSupplements(input['supplements'], faults);
  checkSupplementOrder(acceptedAt, supplements, faults);
  refuseFaults(faults);
  return {
    calendar: calendar as string,
    acceptedAt: acceptedAt as Temporal.Instant,
    term: term as Term,
    reductionBasisPoints: reductionBasisPoints as number,
    supplementPolicy: supplementPolicy as SupplementPolicy,
    supplements: supplements.map(({ requestedAt, completedAt = null }): Supplement => ({
      requestedAt: requestedAt as Temporal.Instant,
      completedAt,
    })),
  };
}
