import { Refusal } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseResult, CaseState, CaseTask, Officer } from '../cases/case-state.js';
import type { Decision } from './decision.js';
import { askedNoMore } from './consultation.js';
import { assertHeldBy, taskForAction } from './hold-task.js';
import { arriveAt, type Opening, stepChanged } from '../process/open-step.js';
import { outcomesOf, outcomesOfTask, type StepOutcome, stepOf } from '../process/process-definition.js';
import { passed } from '../cases/trail.js';
import { resultsToSign } from '../results/results-to-sign.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

interface TaskCompletion {
  readonly taskId: string;
  readonly officer: Officer;
  readonly outcome: string;
  readonly reason?: string | undefined;
  /** Numbers of the results to sign; undefined: every draft of the decision. */
  readonly results?: readonly number[] | undefined;
}

/** @throws Refusal TASK.REASON_REQUIRED */
export function assertReason(step: string, outcome: string, reason: string | undefined): void {
  if (reason?.trim()) return;
  throw new Refusal<ProcessingRefusalCode>('TASK.REASON_REQUIRED', { step, outcome }, [
    {
      pointer: '/reason',
      code: 'REASON_REQUIRED',
      detail: { vi: 'Kết quả này phải kèm lý do.', en: 'This outcome needs a reason.' },
    },
  ]);
}

/** @throws Refusal TASK.OUTCOME_UNKNOWN with the outcomes that the step has, TASK.REASON_REQUIRED */
export function outcomeFor(
  state: CaseState,
  { step, kind }: Pick<CaseTask, 'step' | 'kind'>,
  { outcome, reason }: Pick<TaskCompletion, 'outcome' | 'reason'>,
): StepOutcome {
  const outcomes = outcomesOfTask(stepOf(state.terms.definition, step), kind);
  const chosen = outcomes.find(({ code }) => code === outcome);
  const allowedOutcomes = outcomes.map(({ code }) => code);
  if (!chosen) {
    throw new Refusal<ProcessingRefusalCode>('TASK.OUTCOME_UNKNOWN', { step, outcome, allowedOutcomes }, [
      {
        pointer: '/outcome',
        code: 'OUTCOME_UNKNOWN',
        detail: {
          vi: `Bước này chỉ có các kết quả: ${allowedOutcomes.join(', ')}.`,
          en: `This step has only: ${allowedOutcomes.join(', ')}.`,
        },
      },
    ]);
  }
  if (chosen.requiresReason === true) assertReason(step, outcome, reason);
  return chosen;
}

interface Completed extends Decided {
  readonly outcome: StepOutcome;
  /** Drafts that are issued with it. */
  readonly toSign: readonly CaseResult[];
}

/**
 * An officer ends the task that they hold. The outcome of a step's work chooses the next step or ends the case; an opinion
 * brings a consultation nearer to its end. Lateness blocks nothing.
 * @rule R11
 */
export function completeTask(
  state: CaseState,
  completion: TaskCompletion,
  results: readonly CaseResult[],
  opening: Opening,
): Completed {
  const task = taskForAction(state, 'completeTask', completion.taskId);
  assertHeldBy(state, task, completion.officer);
  const outcome = outcomeFor(state, task, completion);
  if (task.kind === 'opinion') {
    return { outcome, toSign: [], ...askedNoMore(state, [task], opening, task.question == null) };
  }
  const decision = decisionAfter(state, outcome);
  const signing = { step: task.step, decision: decision ?? 'granted', named: completion.results, now: opening.now };
  const toSign = outcome.signs === true ? resultsToSign(results, signing) : [];
  if (outcome.to === null) return { outcome, toSign, ...end(state, decision ?? 'granted', results, opening.now) };
  const next = { ...arriveAt(state, outcome.to, { ...opening, sentBy: completion.officer }), decision };
  return { outcome, toSign, state: next, facts: [stepChanged(next)] };
}

const decides = (state: CaseState, step: string): boolean =>
  outcomesOf(stepOf(state.terms.definition, step)).some(({ decision }) => decision !== undefined);

/** Sent back to the step that decides, or to one before it, the case is undecided again. */
export const decisionAtStep = (state: CaseState, to: string): CaseState['decision'] =>
  decides(state, to) || passedAfter(state, to).some((step) => decides(state, step)) ? null : state.decision;

/** The steps that lie before the case again once it is back at `to`. */
function passedAfter(state: CaseState, to: string): string[] {
  const trail = passed(state);
  const there = trail.indexOf(to);
  return there < 0 ? [] : trail.slice(there);
}

function decisionAfter(state: CaseState, { to, decision }: StepOutcome): CaseState['decision'] {
  if (decision !== undefined) return decision;
  return to === null ? (state.decision ?? 'granted') : decisionAtStep(state, to);
}

function end(state: CaseState, outcome: Decision, results: readonly CaseResult[], now: Temporal.Instant): Decided {
  const resultCode = results.filter(({ decision }) => decision === outcome).at(-1)?.resultCode ?? null;
  return {
    state: { ...state, status: 'completed', decision: outcome, endedAt: now, tasks: [], trail: passed(state) },
    facts: [
      // The result goes to where the applicant will be given it (R23).
      { type: 'stepChanged', step: null, agency: state.terms.receivingAgency, officer: null, agencies: [] },
      { type: 'completed', outcome, resultCode },
    ],
  };
}
