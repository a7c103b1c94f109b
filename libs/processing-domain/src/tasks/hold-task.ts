import { present, Refusal } from '@motcua/kernel';
import { allowedActions, assertActionAllowed, assertTaskKnows, type CaseAction } from '../cases/case-actions.js';
import type { CaseFact, Decided } from '../cases/case-fact.js';
import type { CaseState, CaseTask, Officer } from '../cases/case-state.js';
import { stepChanged } from '../process/open-step.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

/** One of the open tasks, if its case and its kind know the `action`. */
export function taskForAction(state: CaseState, action: CaseAction, taskId: string): CaseTask {
  assertActionAllowed(state, action);
  const found = state.tasks.find(({ id }) => id === taskId);
  const task = present(found, `case ${state.dossierId} has no open task ${taskId}`);
  assertTaskKnows(state, task, action);
  return task;
}

/** The tasks with one of them as it is now. */
export const replaceTask = ({ tasks }: CaseState, task: CaseTask): CaseTask[] =>
  tasks.map((one) => (one.id === task.id ? task : one));

/** @throws Refusal TASK.HELD_BY_ANOTHER, TASK.NOT_HELD */
export function assertHeldBy(state: CaseState, task: CaseTask, officer: Officer): void {
  if (task.holder === null)
    throw new Refusal<ProcessingRefusalCode>('TASK.NOT_HELD', { allowedActions: allowedActions(state, [task]) });
  if (task.holder.subject !== officer.subject)
    throw new Refusal<ProcessingRefusalCode>('TASK.HELD_BY_ANOTHER', { holder: task.holder });
}

/** Who holds the case's own task is told; who answers in a consulted agency is that agency's own affair. @rule R19 */
const changeOfHolder = (state: CaseState, { kind }: CaseTask): CaseFact[] =>
  kind === 'work' ? [stepChanged(state)] : [];

/** The officer holds the task; the first one ever to hold one starts the case. */
function holdBy(
  state: CaseState,
  task: CaseTask,
  officer: Officer,
  now: Temporal.Instant,
  onBehalfOf: Officer | null = null,
): Decided {
  const held = { ...task, holder: officer, onBehalfOf, claimedAt: now };
  const next: CaseState = { ...state, startedAt: state.startedAt ?? now, tasks: replaceTask(state, held) };
  if (state.startedAt) return { state: next, facts: changeOfHolder(next, held) };
  // Whoever starts the case is told of; where it stands is said anew after it, for it may be another agency's.
  return { state: next, facts: [{ type: 'started', officer, agency: task.agency }, stepChanged(next)] };
}

/**
 * An officer takes a task that nobody holds, or that is held by one who is away and for whom they stand in. Who holds it
 * already goes on holding it.
 * @throws Refusal TASK.HELD_BY_ANOTHER, CASE.ACTION_NOT_ALLOWED
 */
export function claimTask(
  state: CaseState,
  taskId: string,
  officer: Officer,
  now: Temporal.Instant,
  standsInFor: readonly Officer[] = [],
): Decided {
  const task = taskForAction(state, 'claim', taskId);
  const { holder } = task;
  // A second click is no second claim.
  if (holder?.subject === officer.subject) return { state, facts: [] };
  if (!holder) return holdBy(state, task, officer, now);
  if (!standsInFor.some(({ subject }) => subject === holder.subject))
    throw new Refusal<ProcessingRefusalCode>('TASK.HELD_BY_ANOTHER', { holder });
  // A deputy's own deputy still acts on behalf of who held it first.
  return holdBy(state, task, officer, now, task.onBehalfOf ?? holder);
}

/** The holder gives the task back: to whoever has its role, or, a deputy, to whom it belongs. */
export function releaseTask(state: CaseState, taskId: string, officer: Officer): Decided {
  const task = taskForAction(state, 'release', taskId);
  assertHeldBy(state, task, officer);
  const { onBehalfOf = null } = task;
  const free = { ...task, holder: onBehalfOf, onBehalfOf: null, claimedAt: onBehalfOf && task.claimedAt };
  const next = { ...state, tasks: replaceTask(state, free) };
  return { state: next, facts: changeOfHolder(next, free) };
}

/** A leader says who does it, whoever held it before. */
export function assignTask(state: CaseState, taskId: string, assignee: Officer, now: Temporal.Instant): Decided {
  return holdBy(state, taskForAction(state, 'assign', taskId), assignee, now);
}
