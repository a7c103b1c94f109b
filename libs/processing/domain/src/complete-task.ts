import { Refusal } from '@motcua/kernel';
import type { CaseFact, Decided } from './case-fact.js';
import type { CaseResult, CaseState, Decision, Officer } from './case-state.js';
import { assertHeldBy, taskForAction } from './hold-task.js';
import { taskFor } from './open-case.js';
import { type StepOutcome, stepOf } from './process-definition.js';
import { passed, trailTo } from './trail.js';

export interface TaskCompletion {
  readonly taskId: string;
  readonly officer: Officer;
  readonly outcome: string;
  readonly reason?: string | undefined;
  /** Who does the next step, where the officer says it. */
  readonly nextAssignee?: Officer | undefined;
  readonly nextTaskId: string;
}

/** @throws Refusal TASK.OUTCOME_UNKNOWN with the outcomes that the step has, TASK.REASON_REQUIRED */
export function outcomeFor(
  state: CaseState,
  step: string,
  { outcome, reason }: Pick<TaskCompletion, 'outcome' | 'reason'>,
): StepOutcome {
  const { outcomes } = stepOf(state.terms.definition, step);
  const chosen = outcomes.find(({ code }) => code === outcome);
  const allowedOutcomes = outcomes.map(({ code }) => code);
  if (!chosen) {
    throw new Refusal('TASK.OUTCOME_UNKNOWN', { step, outcome, allowedOutcomes }, [
      {
        pointer: '/outcome',
        code: 'OUTCOME_UNKNOWN',
        detail: {
          vi: `Bước này chỉ có: ${allowedOutcomes.join(', ')}.`,
          en: `This step has only: ${allowedOutcomes.join(', ')}.`,
        },
      },
    ]);
  }
  if (chosen.requiresReason === true && !reason?.trim()) {
    throw new Refusal('TASK.REASON_REQUIRED', { step, outcome }, [
      {
        pointer: '/reason',
        code: 'REASON_REQUIRED',
        detail: { vi: 'Kết quả này phải kèm lý do.', en: 'This outcome needs a reason.' },
      },
    ]);
  }
  return chosen;
}

/** An officer ends the task that they hold; its outcome chooses the next step or ends the case. Lateness blocks nothing (R11). */
export function completeTask(
  state: CaseState,
  completion: TaskCompletion,
  results: readonly CaseResult[],
  now: Temporal.Instant,
): Decided & { readonly outcome: StepOutcome } {
  const task = taskForAction(state, 'completeTask', completion.taskId);
  assertHeldBy(state, task, completion.officer);
  const outcome = outcomeFor(state, task.step, completion);
  if (outcome.signs === true && results.length === 0) {
    throw new Refusal('CASE.RESULT_MISSING', { step: task.step }, [], {
      vi: 'Hãy tải tệp kết quả lên hồ sơ trước khi ký.',
      en: 'Put the result file into the case before it is signed.',
    });
  }
  const decision = decisionAfter(state, outcome);
  const decided =
    outcome.to === null ? end(state, decision ?? 'granted', results, now) : goOn(state, outcome.to, completion, now);
  return { outcome, facts: decided.facts, state: { ...decided.state, decision } };
}

function decisionAfter(state: CaseState, { to, decision }: StepOutcome): CaseState['decision'] {
  if (decision !== undefined) return decision;
  if (to === null) return state.decision ?? 'granted';
  // Sent back to the step that decides, the case is undecided again.
  const decidesAgain = stepOf(state.terms.definition, to).outcomes.some((one) => one.decision !== undefined);
  return decidesAgain ? null : state.decision;
}

function end(state: CaseState, outcome: Decision, results: readonly CaseResult[], now: Temporal.Instant): Decided {
  const resultCode = results.at(-1)?.resultCode ?? null;
  return {
    state: { ...state, status: 'completed', endedAt: now, tasks: [], trail: passed(state) },
    facts: [
      // The result goes to where the applicant will be given it.
      { type: 'stepChanged', step: null, agency: state.terms.receivingAgency, officer: null },
      { type: 'completed', outcome, resultCode },
    ],
  };
}

function goOn(
  state: CaseState,
  to: string,
  { nextAssignee, nextTaskId }: TaskCompletion,
  now: Temporal.Instant,
): Decided {
  const step = stepOf(state.terms.definition, to);
  const task = {
    ...taskFor(state.terms, step, nextTaskId, now),
    ...(nextAssignee && { holder: nextAssignee, claimedAt: now }),
  };
  const fact: CaseFact = {
    type: 'stepChanged',
    step: { code: step.code, name: step.name },
    agency: task.agency,
    officer: task.holder,
  };
  return { state: { ...state, tasks: [task], trail: trailTo(state, to) }, facts: [fact] };
}
