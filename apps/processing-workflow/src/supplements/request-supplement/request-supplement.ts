import { requestSupplement, type SupplementItem } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

export interface RequestSupplement extends CaseCommand {
  readonly items: readonly SupplementItem[];
}

export const REQUEST_SUPPLEMENT = officersCaseKind<RequestSupplement>({
  // A second request counts as overdue, which leaders are told (R10).
  needs: { leaders: true },
  decide: ({ state, officer, calendars, now }, { items }) => {
    const decided = requestSupplement(state, { officer, items }, calendars, now);
    const supplement = decided.state.supplements.at(-1);
    const detail = {
      number: supplement?.number,
      items: items.length,
      deadlineAt: supplement?.deadlineAt.toString(),
    };
    return { decided, action: 'supplementRequested', detail };
  },
});
