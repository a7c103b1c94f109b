import { Refusal } from '@motcua/kernel';
import type { CaseState, CaseStatus, CaseTask } from './case-state.js';

export const CASE_ACTIONS = [
  'claim',
  'release',
  'assign',
  'completeTask',
  'requestSupplement',
  'completeSupplement',
  'stop',
  'withdraw',
  'addResult',
  'extend',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** What may happen to a case in each status. What is absent is impossible. */
export const ACTIONS: Readonly<Record<CaseStatus, readonly CaseAction[]>> = {
  open: ['claim', 'release', 'assign', 'completeTask', 'requestSupplement', 'stop', 'withdraw', 'addResult', 'extend'],
  awaitingSupplement: ['completeSupplement', 'stop', 'withdraw'],
  completed: [],
  stopped: [],
  withdrawn: [],
};

/** What may be done now, as the status and the open tasks allow; `tasks` narrows it to what one of them allows. */
export const allowedActions = (
  { status, tasks: all, decision, extension }: CaseState,
  tasks: readonly CaseTask[] = all,
): CaseAction[] =>
  ACTIONS[status].filter((action) => {
    if (action === 'claim') return tasks.some(({ holder }) => holder === null);
    if (action === 'release' || action === 'completeTask') return tasks.some(({ holder }) => holder !== null);
    if (action === 'withdraw') return decision === null;
    if (action === 'extend') return extension === null;
    return true;
  });

/** @throws Refusal CASE.ACTION_NOT_ALLOWED with the status and what it does allow */
export function assertActionAllowed(state: CaseState, action: CaseAction): void {
  if (ACTIONS[state.status].includes(action)) return;
  throw new Refusal('CASE.ACTION_NOT_ALLOWED', {
    action,
    caseStatus: state.status,
    allowedActions: allowedActions(state),
  });
}
