import {
  ACTIONS,
  allowedActions,
  assertActionAllowed,
  CASE_ACTIONS,
  CASE_STATUSES,
  type CaseAction,
  type CaseState,
  type CaseStatus,
  type CaseTask,
  claimTask,
} from '../index.js';
import { anOpenCase, at, LEADER, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation, ASKED_AT, taskOf } from '../testing/a-consultation.fixture.js';

// By hand, from the life of a case: nothing here is derived from the table it checks.
const LEGAL: readonly (readonly [CaseAction, CaseStatus])[] = [
  ['claim', 'open'],
  ['release', 'open'],
  ['assign', 'open'],
  ['completeTask', 'open'],
  ['sendBack', 'open'],
  ['handOver', 'open'],
  ['recall', 'open'],
  ['askOpinion', 'open'],
  ['closeQuestion', 'open'],
  // Agencies that are asked answer while the applicant is awaited.
  ...(['awaitingSupplement', 'awaitingPayment'] as const).flatMap((status) =>
    (['claim', 'release', 'assign', 'completeTask', 'handOver'] as const).map((action) => [action, status] as const),
  ),
  ['requestSupplement', 'open'],
  ['addResult', 'open'],
  ['extend', 'open'],
  ['apologise', 'open'],
  ['apologise', 'awaitingSupplement'],
  ['apologise', 'awaitingPayment'],
  ['stop', 'open'],
  ['withdraw', 'open'],
  ['undoAcceptance', 'open'],
  ['escalate', 'open'],
  ['escalate', 'awaitingSupplement'],
  ['completeSupplement', 'awaitingSupplement'],
  ['takeAsEnough', 'awaitingSupplement'],
  ['cancelSupplement', 'awaitingSupplement'],
  ['moveSupplementDeadline', 'awaitingSupplement'],
  ['stop', 'awaitingSupplement'],
  ['demandFee', 'open'],
  ['stop', 'awaitingPayment'],
  ['withdraw', 'awaitingPayment'],
  ['escalate', 'awaitingPayment'],
  ['withdraw', 'awaitingSupplement'],
];

const everyOther = CASE_STATUSES.flatMap((status) =>
  CASE_ACTIONS.filter((action) => !LEGAL.some(([a, s]) => a === action && s === status)).map(
    (action) => [action, status] as const,
  ),
);

describe('what may happen to a case', () => {
  it.each(LEGAL)('%s is possible while it is %s', (action, status) => {
    expect(() => assertActionAllowed({ ...anOpenCase(), status }, action)).not.toThrow();
  });

  it.each(everyOther)('%s is refused while it is %s, and both are named with what is possible', (action, status) => {
    const state = { ...anOpenCase(), status };
    expect(() => assertActionAllowed(state, action)).toThrow(
      expect.objectContaining({
        code: 'CASE.ACTION_NOT_ALLOWED',
        evidence: expect.objectContaining({ action, caseStatus: status }),
      }),
    );
  });

  it('has nothing left to do once it has ended', () => {
    expect([ACTIONS.completed, ACTIONS.stopped, ACTIONS.withdrawn, ACTIONS.undone]).toEqual([[], [], [], []]);
  });
});

describe('what may be done with a case as its tasks stand', () => {
  const OF_THE_CASE = [
    'askOpinion',
    'requestSupplement',
    'demandFee',
    'stop',
    'withdraw',
    'undoAcceptance',
    'addResult',
  ] as const;
  const ABOUT_ITS_DATE = ['extend', 'apologise', 'escalate'] as const;
  const first = (state: CaseState): CaseTask => state.tasks[0]!;
  const held = (): CaseState => claimTask(anOpenCase(), 'task-1', LEADER, at('25 09:00')).state;
  const allowed = (state: CaseState, tasks?: readonly CaseTask[]): Set<CaseAction> =>
    new Set(allowedActions(state, tasks));

  it('is to claim or to assign a task that nobody holds', () => {
    expect(allowed(anOpenCase())).toEqual(new Set(['claim', 'assign', ...OF_THE_CASE, ...ABOUT_ITS_DATE]));
  });

  it('is to give back, to end or to hand over one that somebody holds, or to give it to another', () => {
    const ofTask = ['release', 'assign', 'completeTask', 'handOver'] as const;
    expect(allowed(held())).toEqual(new Set([...ofTask, ...OF_THE_CASE, ...ABOUT_ITS_DATE]));
  });

  it('is to send back what has passed a step, while somebody holds its task', () => {
    expect(allowed({ ...held(), trail: ['appraisal'] }).has('sendBack')).toBe(true);
    expect(allowed(held()).has('sendBack')).toBe(false);
    expect(allowed({ ...anOpenCase(), trail: ['appraisal'] }).has('sendBack')).toBe(false);
    // While other agencies are consulted nobody holds the case itself.
    expect(allowed(aConsultation('all')).has('sendBack')).toBe(false);
  });

  it('is to recall a task that somebody sent or handed over', () => {
    const state = anOpenCase();
    const sent = { ...first(state), id: 'task-2', sentBy: LEADER };
    const handedOver = { ...first(state), id: 'task-3', handedOverFrom: 'H48.13' };
    for (const task of [sent, handedOver])
      expect(allowed({ ...state, tasks: [first(state), task] }).has('recall')).toBe(true);
    expect(allowed(state).has('recall')).toBe(false);
  });

  it('is to extend once', () => {
    const extension = { at: at('26 09:00'), by: LEADER, reason: 'x', previous: at('12-02 14:58') };
    const extended: CaseState = { ...anOpenCase(), extension: { ...extension, promised: at('12-10 15:00') } };
    expect(allowed(extended).has('extend')).toBe(false);
    expect(allowed(extended).has('apologise')).toBe(true);
  });

  it('is what any of several agencies that are asked may do: one holds its task, and the others claim theirs', () => {
    const asked = aConsultation('all');
    const one = claimTask(asked, taskOf(asked, 'H48.04'), SPECIALIST, ASKED_AT).state;
    const both = ['claim', 'release', 'completeTask', 'handOver'] as const;
    expect(both.filter((action) => allowed(one).has(action))).toEqual(both);
  });

  it('is with opinions alone only what a consulted agency does, and not what the case needs', () => {
    const asked = aConsultation('all');
    const opinion = asked.tasks[0]!;
    expect(allowed(asked, [opinion])).toEqual(new Set(['claim', 'assign', 'recall', 'closeQuestion']));
    const work = first(anOpenCase());
    const mixed: CaseState = { ...asked, tasks: [work, ...asked.tasks] };
    expect(allowed(mixed, [work, opinion]).has('requestSupplement')).toBe(true);
  });
});
