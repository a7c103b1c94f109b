import { undoAcceptance } from '@motcua/processing-domain';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { officersCaseKind } from '../../change/case-kind.js';

interface UndoAcceptance extends CaseCommand {
  readonly reason: string;
}

/** Whose it is says the rule: the office that received, whoever has the case in hand. No draft of a result outlives it. @rule R12 R23 */
export const UNDO_ACCEPTANCE = officersCaseKind<UndoAcceptance>({
  hands: 'concerned',
  needs: { results: true },
  decide: ({ state, caller, officer, now, results }, { reason }) => ({
    decided: undoAcceptance(state, { caller, officer, reason, now }),
    action: 'acceptanceUndone',
    detail: { reason },
    results: results
      .filter((one) => one.state === 'draft')
      .map((before) => ({ before, after: { ...before, state: 'removed' as const } })),
  }),
});
