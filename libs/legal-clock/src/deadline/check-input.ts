import { Refusal } from '@motcua/kernel';
import type { Moment } from '../calendar/local-time.js';
import { FaultList } from '../fault-list.js';
import { checkReduction } from './check-reduction.js';
import { checkSupplementOrder } from './check-supplement-order.js';
import { checkTerm } from './check-term.js';
import type { DeadlineInput } from './deadline-request.js';
import { SUPPLEMENT_POLICIES } from './pause-or-restart.js';
import type { LegalClockRefusalCode } from '../refusal-codes.js';

/** Callers within the product are held to the same limits as those over HTTP. */
export function refuseBadInput(input: DeadlineInput<Moment>): void {
  const faults = new FaultList();
  checkTerm(input.term, faults);
  checkReduction(input.reductionBasisPoints, faults);
  checkPolicy(input.supplementPolicy, faults);
  checkSupplementOrder(input.acceptedAt, input.supplements ?? [], faults);
  refuseFaults(faults);
}

export function checkPolicy(policy: unknown, faults: FaultList): void {
  if (policy === undefined || SUPPLEMENT_POLICIES.some((known) => known === policy)) return;
  faults.add('/supplementPolicy', 'DEADLINE.POLICY_UNKNOWN', {
    vi: 'Cách tính khi bổ sung hồ sơ phải là "pause" (tạm dừng) hoặc "restart" (tính lại từ đầu).',
    en: 'The supplement policy must be "pause" or "restart".',
  });
}

export function refuseFaults(faults: FaultList): void {
  if (faults.all.length === 0) return;
  throw new Refusal<LegalClockRefusalCode>('DEADLINE.INVALID', {}, faults.all, {
    vi: 'Yêu cầu tính thời hạn không hợp lệ.',
    en: 'The deadline cannot be calculated from this request.',
  });
}
