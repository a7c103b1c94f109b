import { laterOf } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { adjustment } from '../deadlines/deadline-adjustment.js';
import { afterPause } from '../supplements/after-pause.js';
import { dueAfterSupplements } from '../supplements/due-after-supplements.js';
import { openDemand } from './demand-fee.js';

interface DemandPaid {
  /** Of the last demand that the payment settles. */
  readonly demandedAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant;
}

/**
 * What the case asked for is paid, as fact: the case goes on, its clock from the payment. Undefined where it waits for no
 * payment, or for another: that of an earlier demand may be heard of later than the demand that came after it.
 * @rule R8 R16
 */
export function settleFee(
  state: CaseState,
  { demandedAt, paidAt }: DemandPaid,
  calendars: CaseCalendars,
): Decided | undefined {
  const open = openDemand(state);
  if (!open || Temporal.Instant.compare(demandedAt, open.demandedAt) < 0) return undefined;
  // Two machines may differ by a moment: nothing is paid before it was asked for.
  const at = laterOf(open.demandedAt, paidAt);
  const feeDemands = state.feeDemands.map((one) => (one === open ? { ...one, paidAt: at } : one));
  const paid: CaseState = { ...state, status: 'open', feeDemands };
  const tasks = state.terms.paymentPausesTerm
    ? state.tasks.map((task) => afterPause(task, calendars.current, open.demandedAt, at))
    : state.tasks;
  const next = { ...paid, tasks, due: dueAfterSupplements(paid, state.supplements, calendars) };
  const reason = 'Đã thực hiện nghĩa vụ tài chính: thời hạn tính tiếp phần còn lại';
  return { state: next, facts: adjustment(state, next, { rule: 'R8', reason, by: null }) };
}
