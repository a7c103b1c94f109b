import {
  allowedActions,
  assignTask,
  type CaseState,
  claimTask,
  completeSupplement,
  consultationExpiresAt,
  expireConsultation,
  handOver,
  leadingAgency,
  requestSupplement,
  sendBack,
  standsAt,
  stopCase,
} from '../index.js';
import { at, CALENDARS, COLLEAGUE, factsOf, LEADER, next, said, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation, answer, ASKED_AT, taskOf } from '../testing/a-consultation.fixture.js';

const agencies = ({ tasks }: CaseState): string[] => tasks.map(({ agency }) => agency);

describe('a parallel consultation', () => {
  it('asks every agency at once, each by a task of its role and with its own time', () => {
    const state = aConsultation('all');
    expect(state.tasks.map(({ agency, role, kind, dueAt }) => [agency, role, kind, said(dueAt)])).toEqual([
      ['H48.04', 'specialist', 'opinion', '11-27 09:00'],
      ['H48.05', 'specialist', 'opinion', '11-30 09:00'],
      ['H48.1', 'clerk', 'opinion', '11-26 15:00'],
    ]);
    expect(leadingAgency(state)).toBe('H48.12');
  });

  it('tells that the competent agency answers for the case, and who has a task on it (R19, R23)', () => {
    const { facts } = answer(aConsultation('all'), 'H48.04', SPECIALIST);
    expect(facts).toEqual([
      {
        type: 'stepChanged',
        step: { code: 'consultation', name: 'Lấy ý kiến các cơ quan' },
        agency: 'H48.12',
        officer: null,
        agencies: ['H48.05', 'H48.1'],
      },
    ]);
  });

  it('goes on once all have answered, where all are awaited', () => {
    let state = aConsultation('all');
    for (const agency of ['H48.05', 'H48.1']) state = answer(state, agency, SPECIALIST).state;
    expect([standsAt(state), agencies(state)]).toEqual(['consultation', ['H48.04']]);
    state = answer(state, 'H48.04', COLLEAGUE).state;
    expect([standsAt(state), agencies(state)]).toEqual(['approval', ['H48.12']]);
    expect(state.trail).toEqual(['appraisal', 'consultation']);
  });

  it('goes on with the first answer, where any is enough; the others are asked no more', () => {
    const { state } = answer(aConsultation('any'), 'H48.1', SPECIALIST);
    expect([standsAt(state), agencies(state)]).toEqual(['approval', ['H48.12']]);
  });

  it('goes on before the deadline, once everyone has answered', () => {
    let state = aConsultation('deadlinePassed');
    for (const agency of ['H48.04', 'H48.05', 'H48.1']) state = answer(state, agency, SPECIALIST).state;
    expect(standsAt(state)).toBe('approval');
  });

  it('takes silence for no objection, agency by agency, at its own deadline and not a moment before', () => {
    const asked = aConsultation('deadlinePassed');
    expect(said(consultationExpiresAt(asked))).toBe('11-26 15:00');
    expect(expireConsultation(asked, next(at('26 14:59')))).toBeUndefined();
    const first = expireConsultation(asked, next(at('26 15:00')))?.state ?? asked;
    expect([agencies(first), said(consultationExpiresAt(first))]).toEqual([['H48.04', 'H48.05'], '11-27 09:00']);
    expect(expireConsultation(first, next(at('26 15:00')))).toBeUndefined();
    const last = expireConsultation(first, next(at('30 09:00')));
    expect(standsAt(last?.state ?? first)).toBe('approval');
    expect(last && factsOf(last)).toEqual(['stepChanged']);
  });

  it.each(['all', 'any'] as const)('expires nothing where %s is awaited: who is late is late', (join) => {
    const state = aConsultation(join);
    expect(consultationExpiresAt(state)).toBeNull();
    expect(expireConsultation(state, next(at('12-30 09:00')))).toBeUndefined();
  });

  it('takes a late answer while it is asked (R11)', () => {
    const { state } = answer(aConsultation('all'), 'H48.1', SPECIALIST, { when: at('12-30 09:00') });
    expect(agencies(state)).toEqual(['H48.04', 'H48.05']);
  });

  it('waits with the applicant: nothing expires, and what was left of its time is left afterwards (R8)', () => {
    const items = [{ component: 'A', field: null, reason: 'Thiếu' }];
    const waiting = requestSupplement(
      aConsultation('deadlinePassed'),
      { officer: LEADER, items },
      CALENDARS,
      at('26 10:00'),
    ).state;
    expect(consultationExpiresAt(waiting)).toBeNull();
    expect(expireConsultation(waiting, next(at('30 09:00')))).toBeUndefined();
    const number = waiting.supplements[0]?.number ?? 0;
    const on = completeSupplement(waiting, { number, completedAt: at('30 10:00') }, CALENDARS).state;
    expect(on.tasks.map(({ dueAt }) => said(dueAt))).toEqual(['12-01 09:00', '12-02 09:00', '11-30 15:00']);
  });

  it('has no opinion but those of its step, and asks for the reason of an objection', () => {
    const state = aConsultation('all');
    expect(() => answer(state, 'H48.04', SPECIALIST, { opinion: 'approve' })).toThrow(
      expect.objectContaining({
        code: 'TASK.OUTCOME_UNKNOWN',
        evidence: expect.objectContaining({ allowedOutcomes: ['agree', 'disagree'] }),
      }),
    );
    expect(() => answer(state, 'H48.04', SPECIALIST, { opinion: 'disagree' })).toThrow(
      expect.objectContaining({ code: 'TASK.REASON_REQUIRED' }),
    );
    const objected = answer(state, 'H48.04', SPECIALIST, { opinion: 'disagree', reason: 'Vướng quy hoạch' });
    expect(agencies(objected.state)).toEqual(['H48.05', 'H48.1']);
  });

  it('leaves who answers to the agency: a claim or an assignment tells nobody outside', () => {
    const state = aConsultation('all');
    const taskId = taskOf(state, 'H48.04');
    expect(factsOf(claimTask(state, taskId, SPECIALIST, ASKED_AT))).toEqual([]);
    const assigned = assignTask(state, taskId, COLLEAGUE, ASKED_AT);
    expect(factsOf(assigned)).toEqual([]);
    expect(assigned.state.tasks.map(({ holder }) => holder)).toEqual([COLLEAGUE, null, null]);
  });

  it('lets a consulted agency answer, not send the case back', () => {
    const state = aConsultation('all');
    const taskId = taskOf(state, 'H48.04');
    const held = claimTask(state, taskId, SPECIALIST, ASKED_AT).state;
    const back = { taskId, officer: SPECIALIST, to: 'appraisal', reason: 'Thiếu bản vẽ' };
    expect(() => sendBack(held, back, next(ASKED_AT))).toThrow(
      expect.objectContaining({
        code: 'CASE.ACTION_NOT_ALLOWED',
        evidence: expect.objectContaining({
          taskKind: 'opinion',
          allowedActions: ['release', 'assign', 'completeTask', 'handOver', 'recall', 'closeQuestion'],
        }),
      }),
    );
    const [task] = held.tasks;
    expect(task && allowedActions(held, [task])).not.toContain('stop');
  });

  it('may be handed on to the agency that knows: the question and its deadline stay', () => {
    const state = aConsultation('all');
    const taskId = taskOf(state, 'H48.04');
    const held = claimTask(state, taskId, SPECIALIST, ASKED_AT).state;
    const handed = handOver(held, { taskId, officer: SPECIALIST, agency: 'H48.07', reason: 'Thuộc Sở Xây dựng' });
    expect(handed.state.tasks[0]).toMatchObject({ agency: 'H48.07', holder: null, kind: 'opinion' });
    expect(said(handed.state.tasks[0]?.dueAt ?? null)).toBe('11-27 09:00');
  });

  it('ends with the case', () => {
    const { state, facts } = stopCase(aConsultation('all'), 'Hết căn cứ', LEADER, at('27 09:00'));
    expect([state.tasks, standsAt(state)]).toEqual([[], null]);
    expect(facts[0]).toMatchObject({ type: 'stepChanged', step: null, agency: 'H48.12', agencies: [] });
  });
});
