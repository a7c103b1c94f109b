import { moveAgency } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface MoveAgency {
  readonly dossierId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const MOVE_AGENCY = reactionKind('system:agency-moved', ({ state }, { from, to, reason }: MoveAgency) => {
  const decided = moveAgency(state, from, to);
  return decided && { decided, action: 'agencyMoved', detail: { from, to, reason } };
});
