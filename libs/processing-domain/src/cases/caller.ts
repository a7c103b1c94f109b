import { Refusal } from '@motcua/kernel';
import { stepOf } from '../process/process-definition.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { allowedActions, taskKnows, type CaseAction } from './case-actions.js';
import type { CaseState, CaseTask } from './case-state.js';
import { leadingAgency, leadingTask } from './where-it-stands.js';

/** An officer who asks, and for which agencies they act: their own and those below it. */
export interface Caller {
  readonly subject: string;
  readonly roles: readonly string[];
  actsFor(agency: string): boolean;
}

const leads = (caller: Caller, agency: string): boolean => caller.roles.includes('leader') && caller.actsFor(agency);

const holds = ({ subject }: Caller, { holder }: CaseTask): boolean => holder?.subject === subject;

/** While others are consulted, those ask on who asked them: the officers of the step that the case came from. */
function hasAsked({ terms, trail }: CaseState, caller: Caller): boolean {
  const before = trail.at(-1);
  const step = before === undefined ? undefined : stepOf(terms.definition, before);
  return step !== undefined && step.kind !== 'consultation' && caller.roles.includes(step.role);
}

/**
 * What is done with a case itself is for whoever has its task in hand, and for their leader; while others are consulted, for
 * those who asked. To see a case, or to be asked about it, is not enough.
 * @rule R23
 * @throws Refusal CASE.OF_ANOTHER_AGENCY, TASK.HELD_BY_ANOTHER, TASK.NOT_HELD, TASK.ROLE_REQUIRED
 */
export function assertInHand(state: CaseState, caller: Caller): void {
  const refusal = whyNotInHand(state, caller);
  if (refusal) throw refusal;
}

function whyNotInHand(state: CaseState, caller: Caller): Refusal<ProcessingRefusalCode> | undefined {
  const agency = leadingAgency(state);
  const task = leadingTask(state);
  if (!caller.actsFor(agency)) return new Refusal<ProcessingRefusalCode>('CASE.OF_ANOTHER_AGENCY', { agency });
  if (leads(caller, agency)) return undefined;
  if (!task && hasAsked(state, caller)) return undefined;
  if (!task) return new Refusal<ProcessingRefusalCode>('TASK.ROLE_REQUIRED', { requiredRole: 'leader' });
  if (task.holder === null) return new Refusal<ProcessingRefusalCode>('TASK.NOT_HELD', { taskId: task.id });
  if (holds(caller, task)) return undefined;
  return new Refusal<ProcessingRefusalCode>('TASK.HELD_BY_ANOTHER', { holder: task.holder });
}

const hasInHand = (state: CaseState, caller: Caller): boolean => whyNotInHand(state, caller) === undefined;

/** Whether the caller may recall the task: who sent it and nobody has taken it up, or the leader of the competent agency. */
export const mayRecall = ({ terms }: CaseState, task: CaseTask, caller: Caller): boolean =>
  (task.sentBy?.subject === caller.subject && task.holder === null) ||
  (task.handedOverFrom != null && leads(caller, terms.competentAgency));

/** An acceptance is undone by the office that made it: its leader. */
export const mayUndoAcceptance = ({ terms }: CaseState, caller: Caller): boolean =>
  leads(caller, terms.receivingAgency);

const ABOUT_TASK: Partial<Record<CaseAction, (state: CaseState, task: CaseTask, caller: Caller) => boolean>> = {
  claim: (_, task, caller) => task.holder === null && caller.roles.includes(task.role) && caller.actsFor(task.agency),
  release: (_, task, caller) => holds(caller, task),
  completeTask: (_, task, caller) => holds(caller, task),
  sendBack: (_, task, caller) => holds(caller, task),
  handOver: (_, task, caller) => holds(caller, task),
  assign: (_, task, caller) => leads(caller, task.agency),
  recall: mayRecall,
  closeQuestion: (state, _, caller) => hasInHand(state, caller),
};

/** What only the applicant brings about. */
const OF_THE_APPLICANT: readonly CaseAction[] = ['withdraw', 'completeSupplement'];

/** What this caller may do now: as the status, the open tasks and the caller's part in the case allow. @rule R23 */
export const allowedActionsFor = (
  state: CaseState,
  caller: Caller,
  tasks: readonly CaseTask[] = state.tasks,
): CaseAction[] =>
  allowedActions(state, tasks).filter((action) => {
    if (OF_THE_APPLICANT.includes(action)) return false;
    const aboutTask = ABOUT_TASK[action];
    if (aboutTask) return tasks.some((task) => taskKnows(state, task, action) && aboutTask(state, task, caller));
    if (action === 'undoAcceptance') return mayUndoAcceptance(state, caller);
    if (action === 'escalate') return caller.actsFor(leadingAgency(state));
    return hasInHand(state, caller);
  });
