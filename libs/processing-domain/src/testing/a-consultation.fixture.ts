import type { CaseState, ConsultationStep, Join, ProcessDefinition } from '../index.js';
import { claimTask, completeTask, type Decided, type Officer } from '../index.js';
import { anOpenCase, at, LEADER, next } from './a-case.fixture.js';

const consultation = (join: Join): ConsultationStep => ({
  kind: 'consultation',
  code: 'consultation',
  name: 'Lấy ý kiến các cơ quan',
  join,
  to: 'approval',
  ask: [
    { agency: 'H48.04', role: 'specialist', term: { amount: 1, unit: 'workingDay' } },
    { agency: 'H48.05', role: 'specialist', term: { amount: 2, unit: 'workingDay' } },
    { agency: 'receiving', role: 'clerk', term: { amount: 4, unit: 'workingHour' } },
  ],
});

/** Appraisal, three agencies at once, approval; the leader does what is not asked. */
export const consulting = (join: Join): ProcessDefinition => ({
  procedure: '1.001686',
  version: 1,
  revision: 1,
  name: 'Quy trình có lấy ý kiến',
  steps: [
    {
      code: 'appraisal',
      name: 'Thẩm định',
      role: 'leader',
      term: { amount: 1, unit: 'workingDay' },
      outcomes: [{ code: 'forward', name: 'Lấy ý kiến', to: 'consultation' }],
    },
    consultation(join),
    {
      code: 'approval',
      name: 'Phê duyệt',
      role: 'leader',
      outcomes: [
        { code: 'approve', name: 'Đồng ý', to: null, decision: 'granted' },
        { code: 'again', name: 'Hỏi lại', to: 'consultation' },
      ],
    },
  ],
});

export const ASKED_AT = at('26 09:00');

/** On Thursday 26 November at 09:00 the three agencies are asked. */
export function aConsultation(join: Join): CaseState {
  const state = anOpenCase({ definition: consulting(join) });
  const held = claimTask(state, 'task-1', LEADER, ASKED_AT).state;
  return completeTask(held, { taskId: 'task-1', officer: LEADER, outcome: 'forward' }, [], next(ASKED_AT)).state;
}

export const taskOf = (state: CaseState, agency: string): string =>
  state.tasks.find((task) => task.agency === agency)?.id ?? `${agency} has no task`;

/** An officer of a consulted agency takes its task and answers. */
export function answer(
  state: CaseState,
  agency: string,
  officer: Officer,
  { when = ASKED_AT, opinion = 'agree', reason }: { when?: Temporal.Instant; opinion?: string; reason?: string } = {},
): Decided {
  const taskId = taskOf(state, agency);
  const held = claimTask(state, taskId, officer, when).state;
  return completeTask(held, { taskId, officer, outcome: opinion, reason }, [], next(when));
}
