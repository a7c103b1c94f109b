import { Refusal } from '@motcua/kernel';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseSupplement, Officer } from '../cases/case-state.js';
import { runningDue } from '../deadlines/running-due.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { adjustment } from '../deadlines/deadline-adjustment.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { openSupplement } from './complete-supplement.js';
import { dueAfterSupplements } from './due-after-supplements.js';

/** The request that the case waits for, if it has this number. @throws Refusal CASE.SUPPLEMENT_NOT_OPEN */
export function supplementInHand(state: CaseState, number: number): CaseSupplement {
  const open = openSupplement(state);
  if (open?.number === number) return open;
  throw new Refusal<ProcessingRefusalCode>('CASE.SUPPLEMENT_NOT_OPEN', { number, openNumber: open?.number ?? null });
}

interface Cancelling {
  readonly number: number;
  readonly officer: Officer;
  readonly reason: string;
}

/**
 * A request is taken back, with a reason: the case goes on, and its clock is as if it had never paused. It was made all the same, and
 * the next one is the second (R10).
 * @rule R8 R21
 */
export function cancelSupplement(
  state: CaseState,
  { number, officer, reason }: Cancelling,
  calendars: CaseCalendars,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'cancelSupplement');
  const open = supplementInHand(state, number);
  const supplements = state.supplements.map((one) =>
    one === open ? { ...one, cancelled: { at: now, by: officer, reason } } : one,
  );
  const due = runningDue(state, dueAfterSupplements(state, supplements, calendars));
  const next: CaseState = { ...state, status: 'open', supplements, due };
  return {
    state: next,
    facts: [
      {
        type: 'supplementCancelled',
        number,
        by: officer,
        reason,
        due,
      },
      ...adjustment(state, next, {
        rule: 'R8',
        by: officer,
        reason: 'Hủy yêu cầu bổ sung: thời hạn tính như không tạm dừng',
      }),
    ],
  };
}
