import { laterOf } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseSupplement } from '../cases/case-state.js';
import { holdersOrAsker } from '../cases/where-it-stands.js';
import { adjustment } from '../deadlines/deadline-adjustment.js';
import { runningDue } from '../deadlines/running-due.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { afterPause } from './after-pause.js';
import { dueAfterSupplements } from './due-after-supplements.js';

/** The supplement that the case waits for. */
export const openSupplement = ({ status, supplements }: CaseState): CaseSupplement | undefined =>
  status === 'awaitingSupplement' ? supplements.at(-1) : undefined;

const rejected = (state: CaseState, number: number, reason: string): Decided => ({
  state,
  facts: [{ type: 'supplementRejected', number, reason }],
});

/**
 * The applicant gave what was asked, at a time that intake recorded: the clock runs on from there. What comes after
 * its own deadline, or to a case that awaits nothing, is rejected with a reason and changes nothing (R9, R21).
 * @rule R8 R9
 */
export function completeSupplement(
  state: CaseState,
  { number, completedAt }: { readonly number: number; readonly completedAt: Temporal.Instant },
  calendars: CaseCalendars,
): Decided {
  const open = openSupplement(state);
  if (open?.number !== number) {
    const isCancelled = state.supplements.some((one) => one.number === number && one.cancelled);
    return rejected(
      state,
      number,
      isCancelled ? `Yêu cầu bổ sung số ${number} đã được hủy` : `Hồ sơ không chờ lần bổ sung số ${number}`,
    );
  }
  if (Temporal.Instant.compare(completedAt, open.deadlineAt) > 0) {
    return rejected(state, number, 'Đã quá thời hạn bổ sung hồ sơ');
  }
  return goesOn(state, open, { completedAt }, calendars);
}

interface Answered {
  readonly completedAt: Temporal.Instant;
  readonly takenAsEnough?: NonNullable<CaseSupplement['takenAsEnough']>;
}

/** The clock runs on from the answer. @rule R8 */
export function goesOn(
  state: CaseState,
  open: CaseSupplement,
  { completedAt, ...taken }: Answered,
  calendars: CaseCalendars,
): Decided {
  const { number } = open;
  // Two machines may differ by a moment: nothing is completed before it was asked for.
  const at = laterOf(open.requestedAt, completedAt);
  const supplements = state.supplements.map((one) => (one === open ? { ...one, completedAt: at, ...taken } : one));
  const due = runningDue(state, dueAfterSupplements(state, supplements, calendars));
  const tasks = state.tasks.map((task) => afterPause(task, calendars.current, open.requestedAt, at));
  const next: CaseState = { ...state, status: 'open', supplements, due, tasks };
  const reason =
    state.terms.supplementPolicy === 'restart'
      ? 'Đã bổ sung hồ sơ: thời hạn tính lại từ đầu'
      : 'Đã bổ sung hồ sơ: thời hạn tính tiếp phần còn lại';
  return {
    state: next,
    facts: [
      {
        type: 'supplementCompleted',
        number,
        completedAt: at,
        due,
        tell: holdersOrAsker(state, open.requestedBy),
        ...taken,
      },
      ...adjustment(state, next, { rule: 'R8', reason, by: null }),
    ],
  };
}
