import { dayInVietnam, Refusal } from '@motcua/kernel';
import { isLastDay } from '../deadlines/extend-in-time-with-apology.js';
import { openSupplement } from '../supplements/complete-supplement.js';
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

/** A step that others share is taken back as long as none of them is at it; another agency's, and an own question, at any time. */
const comesBack = ({ tasks }: CaseState, { handedOverFrom, question }: CaseTask): boolean =>
  handedOverFrom != null || question != null || tasks.every(({ holder }) => holder === null);

/** An acceptance is undone by the office that made it: its leader. */
export const mayUndoAcceptance = ({ terms }: CaseState, caller: Caller): boolean =>
  leads(caller, terms.receivingAgency);

/** Whether an agency's answer is waited for still: what the process asks, until its time has passed. */
export const isAwaited = ({ question, dueAt }: CaseTask, now: Temporal.Instant): boolean =>
  question == null && (dueAt === null || Temporal.Instant.compare(dueAt, now) > 0);

type AboutTask = (state: CaseState, task: CaseTask, caller: Caller, now: Temporal.Instant) => boolean;

const ABOUT_TASK: Partial<Record<CaseAction, AboutTask>> = {
  claim: (_, task, caller) => task.holder === null && caller.roles.includes(task.role) && caller.actsFor(task.agency),
  release: (_, task, caller) => holds(caller, task),
  completeTask: (_, task, caller) => holds(caller, task),
  sendBack: (_, task, caller) => holds(caller, task),
  handOver: (_, task, caller) => holds(caller, task),
  assign: (_, task, caller) => leads(caller, task.agency),
  recall: (state, task, caller) => mayRecall(state, task, caller) && comesBack(state, task),
  closeQuestion: (state, task, caller, now) => hasInHand(state, caller) && !isAwaited(task, now),
};

/** What only the applicant brings about. */
const OF_THE_APPLICANT: readonly CaseAction[] = ['withdraw', 'completeSupplement'];

/** What time, or what the applicant has given, allows. */
const IN_TIME: Partial<Record<CaseAction, (state: CaseState, now: Temporal.Instant) => boolean>> = {
  extend: (state, now) => !isLastDay(state, now),
  apologise: isLastDay,
  undoAcceptance: ({ acceptedAt }, now) => dayInVietnam(acceptedAt) === dayInVietnam(now),
  takeAsEnough: (state) => (openSupplement(state)?.parts ?? []).length > 0,
  moveSupplementDeadline: (state, now) => {
    const open = openSupplement(state);
    return open !== undefined && Temporal.Instant.compare(now, open.deadlineAt) <= 0;
  },
};

/** What this caller may do now: as the status, the open tasks, the time and the caller's part in the case allow. @rule R23 */
export const allowedActionsFor = (
  state: CaseState,
  caller: Caller,
  now: Temporal.Instant,
  tasks: readonly CaseTask[] = state.tasks,
): CaseAction[] =>
  allowedActions(state, tasks).filter((action) => {
    if (OF_THE_APPLICANT.includes(action) || IN_TIME[action]?.(state, now) === false) return false;
    const aboutTask = ABOUT_TASK[action];
    if (aboutTask) return tasks.some((task) => taskKnows(state, task, action) && aboutTask(state, task, caller, now));
    if (action === 'undoAcceptance') return mayUndoAcceptance(state, caller);
    if (action === 'escalate') return caller.actsFor(leadingAgency(state));
    return hasInHand(state, caller);
  });
