import { withOffset } from '@motcua/kernel';
import { extendDeadline } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface ExtendDeadline extends CaseCommand {
  readonly reason: string;
  readonly newDueAt: Temporal.Instant;
}

export const EXTEND_DEADLINE = officersCaseKind<ExtendDeadline>({
  decide: ({ state, officer, now }, { reason, newDueAt }) => ({
    decided: extendDeadline(state, { officer, reason, newDueAt }, now),
    action: 'deadlineExtended',
    detail: { reason, newDueAt: withOffset(newDueAt) },
  }),
});
