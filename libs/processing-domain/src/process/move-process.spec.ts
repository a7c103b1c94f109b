import {
  askOpinion,
  beforeMove,
  type CaseState,
  claimTask,
  completeTask,
  DEFAULT_PROCESS,
  moveBack,
  moveToProcess,
  planMove,
  type ProcessDefinition,
  standsAt,
  stopCase,
} from '../index.js';
import { anOpenCase, at, factsOf, LEADER, next, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation } from '../testing/a-consultation.fixture.js';

const NOW = at('25 10:00');
const step = (code: string, role: 'leader' | 'specialist', to: string | null) => ({
  code,
  name: code,
  role,
  outcomes: [{ code: 'forward', name: 'x', to }],
});
const NEW: ProcessDefinition = {
  procedure: '1.001686',
  version: 2,
  revision: 1,
  name: 'Quy trình mới',
  steps: [
    step('assignment', 'leader', 'review'),
    step('review', 'specialist', 'question'),
    {
      kind: 'consultation',
      code: 'question',
      name: 'question',
      join: 'all',
      to: 'closing',
      ask: [{ agency: 'H48.04', role: 'leader', term: { amount: 1, unit: 'workingDay' } }],
    },
    step('closing', 'leader', null),
  ],
};
const MOVE = { definition: NEW, steps: { appraisal: 'review' } };

/** At appraisal, in the specialist's hands. */
function atAppraisal(): CaseState {
  const held = claimTask(anOpenCase(), 'task-1', LEADER, NOW).state;
  const forward = { taskId: 'task-1', officer: LEADER, outcome: 'forward' };
  return completeTask(held, forward, [], next(NOW, SPECIALIST)).state;
}

/** The same, and the specialist has asked another agency. */
function asking(): CaseState {
  const question = {
    agency: 'H48.07',
    role: 'leader',
    term: { amount: 1, unit: 'workingDay' },
    question: 'x',
  } as const;
  return askOpinion(atAppraisal(), { ...question, officer: SPECIALIST }, next(NOW)).state;
}

describe('a running case that is moved to another definition (R14)', () => {
  it('stands at the step that was named for its own, in the same hands, with the way that led there', () => {
    const { state, facts } = moveToProcess(atAppraisal(), MOVE, next(NOW));
    expect(state.terms.definition).toBe(NEW);
    expect(state.tasks).toMatchObject([{ step: 'review', holder: SPECIALIST, openedAt: NOW }]);
    expect([state.trail, facts.map(({ type }) => type)]).toEqual([['assignment'], ['stepChanged']]);
  });

  it('keeps its due dates, and everything else that its acceptance fixed', () => {
    const before = atAppraisal();
    const { state } = moveToProcess(before, MOVE, next(NOW));
    expect({ ...state, tasks: [], trail: [] }).toEqual({
      ...before,
      terms: { ...before.terms, definition: NEW },
      tasks: [],
      trail: [],
    });
  });

  it('has passed only the steps that the new definition knows, and not the one that it is at', () => {
    const state = { ...atAppraisal(), trail: ['unknown', 'assignment', 'review', 'assignment'] };
    expect(moveToProcess(state, MOVE, next(NOW)).state.trail).toEqual(['assignment']);
  });

  it('is free again where the step is for another role', () => {
    const move = { definition: NEW, steps: { appraisal: 'closing' } };
    expect(moveToProcess(atAppraisal(), move, next(NOW)).state.tasks).toMatchObject([
      { step: 'closing', role: 'leader', holder: null, claimedAt: null },
    ]);
  });

  it.each<[string, CaseState, Record<string, string>, string]>([
    ['it has ended', stopCase(anOpenCase(), 'x', LEADER, NOW).state, {}, 'ended'],
    ['it follows it already', anOpenCase({ definition: NEW }), {}, 'sameDefinition'],
    ['agencies are being consulted', aConsultation('all'), { consultation: 'review' }, 'consultationRunning'],
    ['an officer has asked another agency', asking(), { appraisal: 'review' }, 'consultationRunning'],
    ['no step stands for its own', atAppraisal(), {}, 'stepUnknown'],
    ['the step that does is a consultation', atAppraisal(), { appraisal: 'question' }, 'stepIsConsultation'],
  ])('cannot be moved where %s', (_, state, steps, because) => {
    const move = { definition: NEW, steps };
    expect(planMove(state, move).whyNot).toBe(because);
    expect(() => moveToProcess(state, move, next(NOW))).toThrow(
      expect.objectContaining({ code: 'PROCESS.IMMOVABLE', evidence: { because } }),
    );
  });

  it('tells beforehand which step would stand for which, and changes nothing by that', () => {
    const state = atAppraisal();
    const copy = structuredClone(state.trail);
    expect(planMove(state, MOVE)).toEqual({ from: 'appraisal', to: 'review', whyNot: null });
    expect([standsAt(state), state.trail]).toEqual(['appraisal', copy]);
  });

  it('is taken back to the definition and the step that it had', () => {
    const before = atAppraisal();
    const moved = moveToProcess(before, MOVE, next(NOW)).state;
    const back = moveBack(moved, beforeMove(before), next(at('25 11:00')));
    expect(back.state.terms.definition).toBe(DEFAULT_PROCESS);
    expect(back.state).toMatchObject({ trail: ['assignment'], tasks: [{ step: 'appraisal', holder: SPECIALIST }] });
    expect(factsOf(back)).toEqual(['stepChanged']);
  });
});
