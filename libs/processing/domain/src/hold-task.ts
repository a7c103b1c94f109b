import { Refusal } from '@motcua/kernel';
import { assertActionAllowed, allowedActions, type CaseAction } from './case-actions.js';
import type { CaseFact, Decided } from './case-fact.js';
import type { CaseState, CaseTask, Officer } from './case-state.js';
import { stepOf } from './process-definition.js';

/** One of the open tasks, if the case is in a status in which `action` exists. */
export function taskForAction(state: CaseState, action: CaseAction, taskId: string): CaseTask {
  assertActionAllowed(state, action);
  const task = state.tasks.find(({ id }) => id === taskId);
  if (!task) throw new Error(`case ${state.dossierId} has no open task ${taskId}`);
  return task;
}

/** The tasks with one of them as it is now. */
const replaced = ({ tasks }: CaseState, task: CaseTask): CaseTask[] =>
  tasks.map((one) => (one.id === task.id ? task : one));

/** @throws Refusal TASK.HELD_BY_ANOTHER, TASK.NOT_HELD */
export function assertHeldBy(state: CaseState, task: CaseTask, officer: Officer): void {
  if (task.holder === null) throw new Refusal('TASK.NOT_HELD', { allowedActions: allowedActions(state, [task]) });
  if (task.holder.subject !== officer.subject) throw new Refusal('TASK.HELD_BY_ANOTHER', { holder: task.holder });
}

const changeOfHolder = (state: CaseState, { step, agency, holder }: CaseTask): CaseFact => {
  const { code, name } = stepOf(state.terms.definition, step);
  return { type: 'stepChanged', step: { code, name }, agency, officer: holder };
};

/** The officer holds the task; the first one ever to hold one starts the case. */
function handOver(state: CaseState, task: CaseTask, officer: Officer, now: Temporal.Instant): Decided {
  const held = { ...task, holder: officer, claimedAt: now };
  const next: CaseState = { ...state, startedAt: state.startedAt ?? now, tasks: replaced(state, held) };
  const started: CaseFact[] = state.startedAt ? [] : [{ type: 'started', officer, agency: task.agency }];
  return { state: next, facts: [...started, changeOfHolder(next, held)] };
}

/** An officer takes a task that nobody holds. @throws Refusal TASK.HELD_BY_ANOTHER, CASE.ACTION_NOT_ALLOWED */
export function claimTask(state: CaseState, taskId: string, officer: Officer, now: Temporal.Instant): Decided {
  const task = taskForAction(state, 'claim', taskId);
  if (task.holder) throw new Refusal('TASK.HELD_BY_ANOTHER', { holder: task.holder });
  return handOver(state, task, officer, now);
}

/** The holder gives the task back to whoever has its role. */
export function releaseTask(state: CaseState, taskId: string, officer: Officer): Decided {
  const task = taskForAction(state, 'release', taskId);
  assertHeldBy(state, task, officer);
  const free = { ...task, holder: null, claimedAt: null };
  const next = { ...state, tasks: replaced(state, free) };
  return { state: next, facts: [changeOfHolder(next, free)] };
}

/** A leader says who does it, whoever held it before. */
export function assignTask(state: CaseState, taskId: string, assignee: Officer, now: Temporal.Instant): Decided {
  return handOver(state, taskForAction(state, 'assign', taskId), assignee, now);
}
