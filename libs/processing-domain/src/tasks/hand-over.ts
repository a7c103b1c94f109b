import { Refusal } from '@motcua/kernel';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask, Officer } from '../cases/case-state.js';
import { assertReason } from './complete-task.js';
import { assertHeldBy, replaceTask, taskForAction } from './hold-task.js';
import { stepChanged } from '../process/open-step.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

export interface HandOver {
  readonly taskId: string;
  readonly officer: Officer;
  /** Identifier of the agency whose officers do the task from now on. */
  readonly agency: string;
  readonly reason: string;
}

/**
 * An officer hands the task that they hold over to another agency, with a reason: same step, same role, same term,
 * held by nobody yet. The agency sees the case as long as it has the task, and it may be recalled.
 * @rule R23
 */
export function handOver(state: CaseState, { taskId, officer, agency, reason }: HandOver): Decided {
  const task = taskForAction(state, 'handOver', taskId);
  assertHeldBy(state, task, officer);
  assertReason(task.step, 'handOver', reason);
  if (agency === task.agency) throw new Refusal<ProcessingRefusalCode>('TASK.AGENCY_HAS_IT', { agency }, [HAS_IT]);
  const handed: CaseTask = {
    ...task,
    agency,
    holder: null,
    onBehalfOf: null,
    claimedAt: null,
    sentBy: officer,
    handedOverFrom: task.handedOverFrom ?? task.agency,
  };
  const next = { ...state, tasks: replaceTask(state, handed) };
  return { state: next, facts: [stepChanged(next)] };
}

const HAS_IT = {
  pointer: '/agency',
  code: 'AGENCY_HAS_IT',
  detail: { vi: 'Việc này đang do cơ quan đó thực hiện.', en: 'The task is this agency’s already.' },
};
