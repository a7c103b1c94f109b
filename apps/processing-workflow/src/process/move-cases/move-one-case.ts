import {
  beforeMove,
  type CaseState,
  moveBack,
  moveToProcess,
  planMove,
  type ProcessDefinition,
  sameDefinition,
  standsAt,
} from '@motcua/processing-domain';
import type { CaseDecision } from '../../change/case-decision.js';
import type { CaseFacts } from '../../change/case-facts.js';
import { caseInHand } from '../../change/case-in-hand.js';
import type { ItemRow, MoveRow } from '../../persistence/process-moves.js';

/** What becomes of an item of a move, and of its case. */
interface MovedItem {
  readonly item: ItemRow;
  /** Absent where the case stays as it is. */
  readonly decision?: CaseDecision;
}

/** A case follows the new definition, if it is where the plan saw it. @rule R14 */
export function applyToCase(move: MoveRow, item: ItemRow, facts: CaseFacts, at: Temporal.Instant): MovedItem {
  const { state, opening } = caseInHand(facts, at);
  const plan = planMove(state, move);
  // What has happened since the plan was shown is nothing that anybody agreed to.
  if (plan.whyNot !== null || plan.from !== item.from_step || plan.to !== item.to_step)
    return { item: { ...item, state: 'changed' } };
  const decided = moveToProcess(state, move, opening);
  const [task] = decided.state.tasks;
  return {
    item: { ...item, state: 'moved', before: beforeMove(state), task_id: task?.id ?? item.task_id },
    decision: {
      decided,
      action: 'processChanged',
      detail: { move: move.id, reason: move.reason, ...steps(state, decided.state) },
    },
  };
}

/** A case follows again what it followed before, unless it has gone on since. */
export function undoOfCase(
  move: MoveRow,
  item: ItemRow,
  facts: CaseFacts,
  { at, reason }: { readonly at: Temporal.Instant; readonly reason: string },
): MovedItem {
  const { state, opening } = caseInHand(facts, at);
  const isAsMoved = sameDefinition(state.terms.definition, move.definition) && state.tasks[0]?.id === item.task_id;
  if (!isAsMoved || !item.before) return { item: { ...item, state: 'goneOn' } };
  const decided = moveBack(state, item.before, opening);
  return {
    item: { ...item, state: 'undone' },
    decision: {
      decided,
      action: 'processChangeUndone',
      detail: { move: move.id, reason, ...steps(state, decided.state) },
    },
  };
}

const named = ({ procedure, version, revision }: ProcessDefinition): object => ({
  procedure,
  version,
  revision: revision ?? null,
});

const steps = (before: CaseState, after: CaseState): object => ({
  from: { definition: named(before.terms.definition), step: standsAt(before) },
  to: { definition: named(after.terms.definition), step: standsAt(after) },
});
