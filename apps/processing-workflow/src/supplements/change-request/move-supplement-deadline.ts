import { moveSupplementDeadline } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface MoveSupplementDeadline extends CaseCommand {
  readonly number: number;
  readonly reason: string;
  readonly deadlineAt: Temporal.Instant;
}

/** Gives the applicant more time. */
export const MOVE_SUPPLEMENT_DEADLINE = officersCaseKind<MoveSupplementDeadline>({
  decide: ({ state, officer, calendars, now }, { number, reason, deadlineAt }) => ({
    decided: moveSupplementDeadline(state, { number, officer, reason, deadlineAt }, calendars.current, now),
    action: 'supplementDeadlineMoved',
    detail: { number, reason, deadlineAt: deadlineAt.toString() },
  }),
});
