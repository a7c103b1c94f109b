import { Refusal } from '@motcua/kernel';
import { assertInHand, type Caller, isAwaited } from '../cases/caller.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';
import type { Opening } from '../process/open-step.js';
import type { Silence } from '../process/process-definition.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { assertReason } from './complete-task.js';
import { askedNoMore, silenceOf } from './consultation.js';
import { taskForAction } from './hold-task.js';

interface Closing {
  readonly taskId: string;
  readonly caller: Caller;
  readonly reason: string;
}

/** What the agency's silence counts for is kept with its task. */
interface Closed extends Decided {
  readonly silence: Silence;
}

/**
 * Who asked closes a question, with a reason: what the process asks once its time has passed, so that no agency's silence holds
 * a case up; their own question at any time.
 * @rule R21 R23
 * @throws Refusal CASE.OF_ANOTHER_AGENCY, TASK.ROLE_REQUIRED, TASK.REASON_REQUIRED, TASK.ANSWER_AWAITED with `dueAt`
 */
export function closeQuestion(state: CaseState, { taskId, caller, reason }: Closing, opening: Opening): Closed {
  const task = taskForAction(state, 'closeQuestion', taskId);
  assertInHand(state, caller);
  assertReason(task.step, 'closeQuestion', reason);
  const { dueAt, agency } = task;
  if (isAwaited(task, opening.now))
    throw new Refusal<ProcessingRefusalCode>('TASK.ANSWER_AWAITED', { agency, dueAt: dueAt?.toString() ?? null });
  return { silence: silenceOf(state, task), ...askedNoMore(state, [task], opening) };
}
