import { withOffset } from '@motcua/kernel';
import { apologise, type DateLimits, extendDeadline } from '@motcua/processing-domain';
import type { CaseCommand, CaseInHand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

export interface ExtendDeadline extends CaseCommand {
  readonly reason: string;
  readonly newDueAt: Temporal.Instant;
}

const limitsOf = ({ calendars, mostWorkingDaysBeyondLaw }: CaseInHand): DateLimits => ({
  calendar: calendars.current,
  mostWorkingDaysBeyondLaw,
});

export const EXTEND_DEADLINE = officersCaseKind<ExtendDeadline>({
  decide: (inHand, { reason, newDueAt }) => {
    const { state, officer, now } = inHand;
    const decided = extendDeadline(state, { officer, reason, newDueAt }, limitsOf(inHand), now);
    return { decided, action: 'deadlineExtended', detail: { reason, newDueAt: withOffset(newDueAt) } };
  },
});

export const APOLOGISE = officersCaseKind<ExtendDeadline>({
  decide: (inHand, { reason, newDueAt }) => {
    const { state, officer, now } = inHand;
    const decided = apologise(state, { officer, reason, newDueAt }, limitsOf(inHand), now);
    return { decided, action: 'apologised', detail: { reason, newDueAt: withOffset(newDueAt) } };
  },
});
