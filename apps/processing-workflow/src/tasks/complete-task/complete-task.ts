import { Refusal } from '@motcua/kernel';
import {
  type CaseResult,
  type CaseState,
  completeTask,
  outcomeFor,
  outcomesOf,
  signingAgency,
  standsAt,
  type StepOutcome,
  stepOf,
} from '@motcua/processing-domain';
import type { TaskCommand, TaskInHand } from '../../change/case-in-hand.js';
import { officersTaskKind } from '../../change/case-kind.js';
import { assigneeOfStep, NEEDS_OF_NEXT } from '../../change/eligible-officers.js';
import { theTaskAndItsCase } from '../../change/task-answers.js';
import { type ResultRow, standing } from '../../persistence/case-results.js';
import { issueResults, type Signature } from '../../signing/issue-signed-results.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';
import type { CompleteTaskRequest } from './complete-task.request.js';
import type { BulkCode, RowChange } from '@motcua/platform';

export interface CompleteTask extends TaskCommand {
  readonly asked: CompleteTaskRequest;
  /** What was signed for it beforehand. */
  readonly signatures?: readonly Signature[];
  /** Of a bulk action. */
  readonly inBulk?: true;
}

/** Ends a task: the outcome chooses the next step, issues the signed results, or completes the case. */
export const COMPLETE_TASK = officersTaskKind<CompleteTask, CompletedTaskView>({
  needs: {
    ...NEEDS_OF_NEXT,
    results: true,
    taskIds: true,
    signatories: agencyThatSigns,
  },
  decide: (inHand, command) => {
    const { state, officer, task, results, opening } = inHand;
    const {
      taskId,
      asked: { outcome, reason, comment, nextAssignee, results: named },
    } = command;
    const chosen = chosenOutcome(inHand, command);
    const assignee = assigneeOfStep(inHand, nextAssignee, nextAssignee === undefined ? null : chosen.to);
    const completion = { taskId, officer, outcome, reason, results: named };
    const decided = completeTask(state, completion, standing(results), { ...opening, assignee });
    const { toSign } = decided;
    const issued = decided.outcome.signs === true ? issueResults(inHand, { ...command, toSign }) : undefined;
    return {
      decided: { state: decided.state, facts: [...(issued?.facts ?? []), ...decided.facts] },
      action: 'taskCompleted',
      detail: {
        step: task.step,
        outcome,
        next: standsAt(decided.state),
        results: issued?.facts.length ?? 0,
        // Who did it is the actor; for whom is said beside it.
        ...(task.on_behalf_of_subject !== null && { onBehalfOf: task.on_behalf_of_subject }),
      },
      closure: { taskId, outcome, reason, comment },
      results: [...(issued?.results ?? []), ...(decided.state.status === 'completed' ? unsigned(results, toSign) : [])],
    };
  },
  answer: theTaskAndItsCase,
});

/** What nobody has signed when the case ends is never issued. */
const unsigned = (results: readonly ResultRow[], signed: readonly CaseResult[]): RowChange<ResultRow>[] =>
  results
    .filter(({ n, state }) => state === 'draft' && signed.every(({ number }) => number !== n))
    .map((before) => ({ before, after: { ...before, state: 'removed' } }));

/** @throws Refusal TASK.OUTCOME_UNKNOWN, TASK.REASON_REQUIRED, BULK.ONE_BY_ONE: an officer reads what they sign */
function chosenOutcome({ state, task }: TaskInHand, { asked: { outcome, reason }, inBulk }: CompleteTask): StepOutcome {
  const chosen = outcomeFor(state, task, { outcome, reason });
  if (!inBulk || chosen.signs !== true) return chosen;
  throw new Refusal<BulkCode>('BULK.ONE_BY_ONE', { step: task.step, outcome }, [], {
    vi: 'Việc ký số phải thực hiện với từng hồ sơ.',
    en: 'Sign results one by one.',
  });
}

function agencyThatSigns(state: CaseState, { asked: { outcome } }: CompleteTask): string | undefined {
  const step = standsAt(state);
  const outcomes = step === null ? [] : outcomesOf(stepOf(state.terms.definition, step));
  return outcomes.some(({ code, signs }) => code === outcome && signs === true) && step !== null
    ? signingAgency(state.terms, step)
    : undefined;
}
