import type { Decided } from '../cases/case-fact.js';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { CaseFeeDemand, CaseState, DemandedFee, Officer } from '../cases/case-state.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { adjustment } from '../deadlines/deadline-adjustment.js';
import { supplementDeadline } from '../supplements/request-supplement.js';
import { dueAfterSupplements } from '../supplements/due-after-supplements.js';

interface FeeDemandCommand {
  readonly officer: Officer;
  readonly lines: readonly DemandedFee[];
  readonly reason: string;
  readonly legalBasis: string;
}

/** The fee for which the case waits. */
export const openDemand = ({ status, feeDemands }: CaseState): CaseFeeDemand | undefined =>
  status === 'awaitingPayment' ? feeDemands.at(-1) : undefined;

/**
 * A fee arose in the course of the case, such as a tax or a further appraisal: the case waits for the payment, and its clock
 * with it where the procedure says so. The applicant has as long as for a supplement; then leaders are told.
 * @rule R8 R16
 */
export function demandFee(
  state: CaseState,
  { officer, lines, reason, legalBasis }: FeeDemandCommand,
  calendars: CaseCalendars,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'demandFee');
  const demand: CaseFeeDemand = {
    number: (state.feeDemands.at(-1)?.number ?? 0) + 1,
    lines,
    reason,
    legalBasis,
    demandedBy: officer,
    demandedAt: now,
    deadlineAt: supplementDeadline(state, calendars.current, now),
    paidAt: null,
  };
  const waiting: CaseState = { ...state, status: 'awaitingPayment', feeDemands: [...state.feeDemands, demand] };
  const next = { ...waiting, due: dueAfterSupplements(waiting, state.supplements, calendars) };
  return {
    state: next,
    facts: [
      { type: 'feeDemanded', demand },
      ...adjustment(state, next, {
        rule: 'R8',
        by: officer,
        reason: 'Tạm dừng tính thời hạn từ khi yêu cầu thực hiện nghĩa vụ tài chính',
      }),
    ],
  };
}
