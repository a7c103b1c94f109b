import { cancelSupplement } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface CancelSupplement extends CaseCommand {
  readonly number: number;
  readonly reason: string;
}

/** Takes a request back. */
export const CANCEL_SUPPLEMENT = officersCaseKind<CancelSupplement>({
  decide: ({ state, officer, calendars, now }, { number, reason }) => ({
    decided: cancelSupplement(state, { number, officer, reason }, calendars, now),
    action: 'supplementCancelled',
    detail: { number, reason },
  }),
});
