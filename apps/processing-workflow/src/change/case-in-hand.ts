import { type Actor, assertVersion, type Scope, type PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import {
  assertInHand,
  type Caller,
  type CaseState,
  type CaseTask,
  leadingAgency,
  type Officer,
  type Opening,
  type ProcessingRefusalCode,
} from '@motcua/processing-domain';
import { assertCaseReach, assertSeen, assertTaskReach, callerOf } from '../access/reach.js';
import { officerNamed } from '../persistence/officer-register.js';
import type { TaskRow } from '../persistence/task-row.js';
import type { CaseFacts } from './case-facts.js';
import type { WorkflowCode } from '../problems.js';

/** An officer's command on a case. */
export interface CaseCommand {
  readonly dossierId: string;
  /** The version that the officer saw; absent for an upload, which needs none. */
  readonly version?: number | undefined;
  readonly actor: Actor;
  readonly scope: Scope;
}

/** An officer's command on a task. */
export interface TaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly actor: Actor;
  readonly scope: Scope;
}

/** A case that may be changed, with what is known about it. */
export interface CaseInHand extends CaseFacts {
  readonly state: CaseState;
  readonly now: Temporal.Instant;
  /** What a step is opened with. */
  readonly opening: Opening;
}

/** A case that an officer may change. */
export interface CaseInOfficersHands extends CaseInHand {
  readonly officer: Officer;
  readonly caller: Caller;
}

/** An open task that an officer may change, and has seen as it is. */
export interface TaskInHand extends CaseInOfficersHands {
  readonly task: TaskRow;
  readonly openTask: CaseTask;
}

/** An agency with all above it. */
export const ancestryIn =
  ({ agencies }: Pick<CaseFacts, 'agencies'>) =>
  (agency: string): readonly string[] => [agency, ...(agencies.get(agency)?.ancestors ?? [])];

export function caseInHand(facts: CaseFacts, now: Temporal.Instant): CaseInHand {
  let taken = 0;
  const newTaskId = (): string => {
    const id = facts.taskIds[taken];
    if (id === undefined) throw new Error('the step opens more tasks than there are ids: its command needs taskIds');
    taken += 1;
    return id;
  };
  return {
    ...facts,
    state: facts.stored.state,
    now,
    opening: { newTaskId, calendar: facts.calendars.current, now },
  };
}

const officerOf = (facts: CaseFacts, actor: Actor): Officer => officerNamed(actor, facts.officers.get(actor.subject));

/**
 * Whose a command on a case is: whoever has it in hand, or their leader (`inHand`); any officer of the agency that has it
 * (`agency`); any officer of an agency that the case concerns (`concerned`).
 */
export type CaseHands = 'inHand' | 'agency' | 'concerned';

/**
 * @rule R23
 * @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED, CASE.OF_ANOTHER_AGENCY, TASK.HELD_BY_ANOTHER, TASK.NOT_HELD
 */
export function caseInOfficersHands(
  facts: CaseFacts,
  { version, actor, scope }: CaseCommand,
  now: Temporal.Instant,
  hands: CaseHands = 'inHand',
): CaseInOfficersHands {
  const { stored } = facts;
  const { state } = stored;
  const caller = callerOf(actor, scope, ancestryIn(facts));
  assertCaseReach(actor, scope, stored, ancestryIn(facts));
  if (version !== undefined) assertVersion(stored.row.version, version);
  const inHand = { ...caseInHand(facts, now), officer: officerOf(facts, actor), caller };
  if (state.tasks.length === 0 || hands === 'concerned') return inHand;
  if (hands === 'inHand') assertInHand(state, caller);
  else if (!caller.actsFor(leadingAgency(state)))
    throw new Refusal<ProcessingRefusalCode>('CASE.OF_ANOTHER_AGENCY', { agency: leadingAgency(state) });
  return inHand;
}

/**
 * Who reaches a task: officers of its agency; to recall it also those of the other agencies of the case.
 */
export type TaskHands = 'task' | 'case';

/** @throws Refusal RESOURCE.NOT_FOUND, RESOURCE.CHANGED with who was faster, TASK.CLOSED */
export function taskInHand(
  facts: CaseFacts,
  { taskId, version, actor, scope }: TaskCommand,
  now: Temporal.Instant,
  hands: TaskHands = 'task',
): TaskInHand {
  const { stored, task } = facts;
  const { state } = stored;
  if (!task) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  const ancestry = ancestryIn(facts);
  if (hands === 'task') assertTaskReach(actor, scope, task.agency, ancestry);
  else assertCaseReach(actor, scope, stored, ancestry);
  const caller = callerOf(actor, scope, ancestry);
  const openTask = state.tasks.find(({ id }) => id === taskId);
  const [other] = stored.tasks.values();
  assertSeen(task.version, version, state, openTask ? task : other);
  if (openTask) return { ...caseInHand(facts, now), officer: officerOf(facts, actor), caller, task, openTask };
  const openTasks = state.tasks.map(({ id, step, holder }) => ({ id, step, holder }));
  throw new Refusal<WorkflowCode>('TASK.CLOSED', {
    taskState: task.state,
    caseStatus: state.status,
    currentTask: openTasks.length === 1 ? (openTasks[0] ?? null) : null,
    openTasks,
  });
}
