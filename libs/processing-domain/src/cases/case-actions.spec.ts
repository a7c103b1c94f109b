import {
  ACTIONS,
  assertActionAllowed,
  CASE_ACTIONS,
  CASE_STATUSES,
  type CaseAction,
  type CaseStatus,
} from '../index.js';
import { anOpenCase } from '../testing/a-case.fixture.js';

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
  ['escalate', 'open'],
  ['escalate', 'awaitingSupplement'],
  ['completeSupplement', 'awaitingSupplement'],
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
    expect([ACTIONS.completed, ACTIONS.stopped, ACTIONS.withdrawn]).toEqual([[], [], []]);
  });
});
