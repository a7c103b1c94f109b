import { present, Refusal } from '@motcua/kernel';
import { type Caller, mayRecall } from '../cases/caller.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask, Officer } from '../cases/case-state.js';
import { arriveAt, type Opening, stepChanged } from '../process/open-step.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { askedNoMore } from './consultation.js';
import { assertReason, decisionAtStep } from './complete-task.js';
import { replaceTask, taskForAction } from './hold-task.js';

interface Recall {
  readonly taskId: string;
  readonly caller: Caller;
  readonly officer: Officer;
  readonly reason: string;
}

/**
 * A task comes back: to who sent it, as long as nobody has taken it up; from another agency, at any time, to the competent
 * one, whose leader recalls it with a reason. An officer's own question is asked no more. A decision that was made with what is recalled is open again.
 * @rule R21 R23
 * @throws Refusal TASK.RECALL_NOT_YOURS with who may
 */
export function recallTask(state: CaseState, { taskId, caller, officer, reason }: Recall, opening: Opening): Decided {
  const task = taskForAction(state, 'recall', taskId);
  assertReason(task.step, 'recall', reason);
  if (!mayRecall(state, task, caller)) {
    throw new Refusal<ProcessingRefusalCode>('TASK.RECALL_NOT_YOURS', {
      sentBy: task.sentBy ?? null,
      handedOverFrom: task.handedOverFrom ?? null,
      holder: task.holder,
    });
  }
  if (task.question != null && task.handedOverFrom == null) return askedNoMore(state, [task], opening);
  const next =
    task.handedOverFrom == null ? stepBefore(state, officer, opening) : handedBack(state, task, officer, opening);
  return { state: next, facts: [stepChanged(next)] };
}

/** Back to the agency that handed it over: to who did, else to whoever has the role there. */
function handedBack(state: CaseState, task: CaseTask, officer: Officer, { now }: Opening): CaseState {
  const mine = task.sentBy?.subject === officer.subject;
  const back: CaseTask = {
    ...task,
    agency: task.handedOverFrom ?? task.agency,
    holder: mine ? officer : null,
    onBehalfOf: null,
    claimedAt: mine ? now : null,
    sentBy: null,
    handedOverFrom: null,
  };
  return { ...state, tasks: replaceTask(state, back) };
}

function stepBefore(state: CaseState, officer: Officer, opening: Opening): CaseState {
  // Of several agencies that are asked, one may be at it already.
  const taken = state.tasks.find(({ holder }) => holder !== null)?.holder;
  if (taken) throw new Refusal<ProcessingRefusalCode>('TASK.HELD_BY_ANOTHER', { holder: taken });
  const to = present(state.trail.at(-1), `case ${state.dossierId} was sent from a step that it has not passed`);
  return { ...arriveAt(state, to, { ...opening, assignee: officer }), decision: decisionAtStep(state, to) };
}
