import { Refusal } from '@motcua/kernel';
import type { CaseState, CaseStatus, CaseTask } from './case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

export const CASE_ACTIONS = [
  'claim',
  'release',
  'assign',
  'completeTask',
  'sendBack',
  'handOver',
  'recall',
  'askOpinion',
  'closeQuestion',
  'requestSupplement',
  'completeSupplement',
  'takeAsEnough',
  'cancelSupplement',
  'moveSupplementDeadline',
  'demandFee',
  'stop',
  'withdraw',
  'undoAcceptance',
  'addResult',
  'extend',
  'apologise',
  'escalate',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Agencies that are asked answer while the applicant is awaited: only what is done about opinions. */
const ANSWERING = ['claim', 'release', 'assign', 'completeTask', 'handOver'] as const;

/** What may happen to a case in each status. What is absent is impossible. */
export const ACTIONS: Readonly<Record<CaseStatus, readonly CaseAction[]>> = {
  open: [
    'claim',
    'release',
    'assign',
    'completeTask',
    'sendBack',
    'handOver',
    'recall',
    'askOpinion',
    'closeQuestion',
    'requestSupplement',
    'demandFee',
    'stop',
    'withdraw',
    'undoAcceptance',
    'addResult',
    'extend',
    'apologise',
    'escalate',
  ],
  awaitingSupplement: [
    ...ANSWERING,
    'completeSupplement',
    'takeAsEnough',
    'cancelSupplement',
    'moveSupplementDeadline',
    'stop',
    'withdraw',
    'apologise',
    'escalate',
  ],
  awaitingPayment: [...ANSWERING, 'stop', 'withdraw', 'apologise', 'escalate'],
  completed: [],
  stopped: [],
  withdrawn: [],
  undone: [],
};

/** A consulted agency answers, whoever of it; the case itself is in the hands of the one that asks. */
const OF_AN_OPINION: readonly CaseAction[] = [...ANSWERING, 'recall', 'closeQuestion'];

/** What would change a decision, or the time until it, is done before it: after it the case is only sent back. */
const BEFORE_DECISION: readonly CaseAction[] = [
  'askOpinion',
  'requestSupplement',
  'demandFee',
  'stop',
  'withdraw',
  'undoAcceptance',
  'extend',
];

/** Whether the applicant was asked for something or promised another date in the course of the case: that is not undone. */
const concernsApplicant = ({ supplements, feeDemands, extension, apologies }: CaseState): boolean =>
  supplements.length + feeDemands.length + apologies.length > 0 || extension !== null;

/** What may be done now, as the status and the open tasks allow; `tasks` narrows it to what these allow. */
export function allowedActions(state: CaseState, some: readonly CaseTask[] = state.tasks): CaseAction[] {
  const { status, tasks: all, decision, extension, trail } = state;
  return ACTIONS[status].filter((action) => {
    if (some !== all && some.every(({ kind }) => kind === 'opinion') && !OF_AN_OPINION.includes(action)) return false;
    const tasks = some.filter((task) => taskKnows(state, task, action));
    if (action === 'sendBack') return trail.length > 0 && tasks.some(({ holder }) => holder);
    if (action === 'claim') return tasks.some(({ holder }) => holder === null);
    if (action === 'release' || action === 'completeTask' || action === 'handOver')
      return tasks.some(({ holder }) => holder !== null);
    if (action === 'assign' || action === 'closeQuestion') return tasks.length > 0;
    if (action === 'recall') return tasks.some(({ sentBy, handedOverFrom }) => sentBy ?? handedOverFrom);
    if (decision !== null && BEFORE_DECISION.includes(action)) return false;
    if (action === 'extend') return extension === null;
    if (action === 'undoAcceptance') return !concernsApplicant(state);
    return true;
  });
}

/** Whether a task of this kind, in this status of its case, has the action. */
export function taskKnows({ status }: CaseState, { kind }: CaseTask, action: CaseAction): boolean {
  if (kind === 'opinion') return OF_AN_OPINION.includes(action);
  return status === 'open' && action !== 'closeQuestion';
}

/** @throws Refusal CASE.ACTION_NOT_ALLOWED with the status, the decision, and what they do allow */
export function assertActionAllowed(state: CaseState, action: CaseAction): void {
  const decided = state.decision !== null && BEFORE_DECISION.includes(action);
  const known = action === 'undoAcceptance' && concernsApplicant(state);
  if (ACTIONS[state.status].includes(action) && !decided && !known) return;
  throw new Refusal<ProcessingRefusalCode>('CASE.ACTION_NOT_ALLOWED', {
    action,
    caseStatus: state.status,
    decision: state.decision,
    allowedActions: allowedActions(state),
  });
}

/** @throws Refusal CASE.ACTION_NOT_ALLOWED where a task of this kind does not know the action */
export function assertTaskKnows(state: CaseState, task: CaseTask, action: CaseAction): void {
  if (taskKnows(state, task, action)) return;
  throw new Refusal<ProcessingRefusalCode>('CASE.ACTION_NOT_ALLOWED', {
    action,
    caseStatus: state.status,
    taskKind: task.kind,
    allowedActions: allowedActions(state, [task]),
  });
}
