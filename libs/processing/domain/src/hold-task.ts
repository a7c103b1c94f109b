import { Refusal } from '@motcua/kernel';
import { assertActionAllowed, allowedActions, type CaseAction } from './case-actions.js';
import type { CaseFact, Decided } from './case-fact.js';
import type { CaseState, CaseTask, Officer } from './case-state.js';
import { stepOf } from './process-definition.js';

/** The open task, if the case is in a status in which `action` exists. */
export function taskForAction(state: CaseState, action: CaseAction): CaseTask {
  assertActionAllowed(state, action);
  if (!state.task) throw new Error(`case ${state.dossierId} is ${state.status} without a task`);
  return state.task;
}

/** @throws Refusal TASK.HELD_BY_ANOTHER, TASK.NOT_HELD */
export function assertHeldBy(state: CaseState, task: CaseTask, officer: Officer): void {
  if (task.holder === null) throw new Refusal('TASK.NOT_HELD', { allowedActions: allowedActions(state) });
  if (task.holder.subject !== officer.subject) throw new Refusal('TASK.HELD_BY_ANOTHER', { holder: task.holder });
}

const changeOfHolder = (state: CaseState, { step, agency, holder }: CaseTask): CaseFact => {
  const { code, name } = stepOf(state.terms.definition, step);
  return { type: 'stepChanged', step: { code, name }, agency, officer: holder };
};

/** The officer holds the task; the first one ever to hold one starts the case. */
function handOver(state: CaseState, task: CaseTask, officer: Officer, now: Temporal.Instant): Decided {
  const held = { ...task, holder: officer, claimedAt: now };
  const next: CaseState = { ...state, startedAt: state.startedAt ?? now, task: held };
  const started: CaseFact[] = state.startedAt ? [] : [{ type: 'started', officer, agency: task.agency }];
  return { state: next, facts: [...started, changeOfHolder(next, held)] };
}

/** An officer takes a task that nobody holds. @throws Refusal TASK.HELD_BY_ANOTHER, CASE.ACTION_NOT_ALLOWED */
export function claimTask(state: CaseState, officer: Officer, now: Temporal.Instant): Decided {
  const task = taskForAction(state, 'claim');
  if (task.holder) throw new Refusal('TASK.HELD_BY_ANOTHER', { holder: task.holder });
  return handOver(state, task, officer, now);
}

/** The holder gives the task back to whoever has its role. */
export function releaseTask(state: CaseState, officer: Officer): Decided {
  const task = taskForAction(state, 'release');
  assertHeldBy(state, task, officer);
  const free = { ...task, holder: null, claimedAt: null };
  const next = { ...state, task: free };
  return { state: next, facts: [changeOfHolder(next, free)] };
}

/** A leader says who does it, whoever held it before. */
export function assignTask(state: CaseState, assignee: Officer, now: Temporal.Instant): Decided {
  return handOver(state, taskForAction(state, 'assign'), assignee, now);
}
