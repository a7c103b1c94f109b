import { Refusal } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, Officer } from '../cases/case-state.js';
import { assertReason, decisionAtStep } from './complete-task.js';
import { assertHeldBy, taskForAction } from './hold-task.js';
import { arriveAt, type Opening, stepChanged } from '../process/open-step.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

export interface SendBack {
  readonly taskId: string;
  readonly officer: Officer;
  /** Code of a step that the case has passed. */
  readonly to: string;
  readonly reason: string;
}

/** @throws Refusal CASE.STEP_NOT_PASSED with the steps that the case has passed */
export function assertPassed({ trail }: CaseState, to: string): void {
  if (trail.includes(to)) return;
  throw new Refusal<ProcessingRefusalCode>('CASE.STEP_NOT_PASSED', { to, allowedSteps: trail }, [
    {
      pointer: '/to',
      code: 'STEP_NOT_PASSED',
      detail: {
        vi: trail.length > 0 ? `Hồ sơ mới qua các bước: ${trail.join(', ')}.` : 'Hồ sơ chưa qua bước nào.',
        en: trail.length > 0 ? `The case has passed: ${trail.join(', ')}.` : 'The case has passed no step yet.',
      },
    },
  ]);
}

/**
 * The officer who holds the case's task sends it back to any step that it has passed, with a reason; a decision that
 * lies after that step is open again. A consulted agency sends nothing back: it answers.
 * @rule R21
 */
export function sendBack(state: CaseState, { taskId, officer, to, reason }: SendBack, opening: Opening): Decided {
  const task = taskForAction(state, 'sendBack', taskId);
  assertHeldBy(state, task, officer);
  assertPassed(state, to);
  assertReason(task.step, 'sendBack', reason);
  const next = { ...arriveAt(state, to, opening), decision: decisionAtStep(state, to) };
  return { state: next, facts: [stepChanged(next)] };
}
