import {
  allowedActionsFor,
  askOpinion,
  type Caller,
  type CaseState,
  claimTask,
  closeQuestion,
  completeSupplement,
  completeTask,
  leadingAgency,
  recallTask,
  requestSupplement,
  standsAt,
} from '../index.js';
import { anOpenCase, at, CALENDARS, COLLEAGUE, LEADER, next, said, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation, answer, ASKED_AT, taskOf } from '../testing/a-consultation.fixture.js';

const REASON = 'Đã quá thời hạn lấy ý kiến';
const caller = (subject: string, role: string, agency: string): Caller => ({
  subject,
  roles: [role],
  actsFor: (one) => one === agency,
});
const ASKER = caller('leader', 'leader', 'H48.12');
const closing = (state: CaseState, agency: string, who = ASKER) => ({
  taskId: taskOf(state, agency),
  caller: who,
  reason: REASON,
});
const agencies = ({ tasks }: CaseState): string[] => tasks.map(({ agency }) => agency);
const refused = (code: string, evidence: object = {}): Error =>
  expect.objectContaining({ code, evidence: expect.objectContaining(evidence) as object }) as Error;

describe('a consultation that an agency leaves unanswered', () => {
  it('is closed by who asked once its time has passed, and not a moment before', () => {
    const state = aConsultation('all');
    expect(() => closeQuestion(state, closing(state, 'H48.04'), next(at('27 08:59')))).toThrow(
      refused('TASK.ANSWER_AWAITED', { agency: 'H48.04', dueAt: '2026-11-27T02:00:00Z' }),
    );
    const closed = closeQuestion(state, closing(state, 'H48.04'), next(at('27 09:00')));
    expect([closed.silence, agencies(closed.state)]).toEqual(['consent', ['H48.05', 'H48.1']]);
  });

  it('goes on at the next step once the last question is closed', () => {
    let state = aConsultation('all');
    for (const agency of ['H48.04', 'H48.05', 'H48.1'])
      state = closeQuestion(state, closing(state, agency), next(at('30 09:00'))).state;
    expect([standsAt(state), agencies(state)]).toEqual(['approval', ['H48.12']]);
  });

  it('waits for the others all the same where the first answer is enough: a closed question is none', () => {
    const state = aConsultation('any');
    const closed = closeQuestion(state, closing(state, 'H48.04'), next(at('27 09:00'))).state;
    expect([standsAt(closed), agencies(closed)]).toEqual(['consultation', ['H48.05', 'H48.1']]);
  });

  it('counts for what the process says: consent, or no answer', () => {
    const state = aConsultation('all');
    const { definition } = state.terms;
    const steps = definition.steps.map((step) =>
      step.kind === 'consultation' ? { ...step, silence: 'noAnswer' as const } : step,
    );
    const strict: CaseState = { ...state, terms: { ...state.terms, definition: { ...definition, steps } } };
    expect(closeQuestion(strict, closing(strict, 'H48.04'), next(at('27 09:00'))).silence).toBe('noAnswer');
  });

  it('is not closed by the agency that is asked, nor without a reason', () => {
    const state = aConsultation('all');
    const asked = caller('justice', 'leader', 'H48.04');
    expect(() => closeQuestion(state, closing(state, 'H48.04', asked), next(at('27 09:00')))).toThrow(
      refused('CASE.OF_ANOTHER_AGENCY'),
    );
    expect(() => closeQuestion(state, { ...closing(state, 'H48.04'), reason: ' ' }, next(at('27 09:00')))).toThrow(
      refused('TASK.REASON_REQUIRED'),
    );
  });
});

describe('agencies that are asked while the applicant is awaited', () => {
  const waiting = (): CaseState =>
    requestSupplement(
      aConsultation('all'),
      { officer: LEADER, items: [{ component: 'A', field: null, reason: 'Thiếu' }] },
      CALENDARS,
      at('26 10:00'),
    ).state;

  it('answer all the same', () => {
    const { state } = answer(waiting(), 'H48.04', SPECIALIST, { when: at('26 11:00') });
    expect([state.status, agencies(state)]).toEqual(['awaitingSupplement', ['H48.05', 'H48.1']]);
  });

  it('leave the next step its whole time, from the completion on (R8)', () => {
    let state = waiting();
    const { definition } = state.terms;
    const term = { amount: 1, unit: 'workingDay' } as const;
    const steps = definition.steps.map((step) => (step.code === 'approval' ? { ...step, term } : step));
    state = { ...state, terms: { ...state.terms, definition: { ...definition, steps } } };
    for (const agency of ['H48.04', 'H48.05', 'H48.1'])
      state = answer(state, agency, SPECIALIST, { when: at('27 09:00') }).state;
    expect([state.status, standsAt(state)]).toEqual(['awaitingSupplement', 'approval']);
    const number = state.supplements[0]?.number ?? 0;
    const on = completeSupplement(state, { number, completedAt: at('30 10:00') }, CALENDARS).state;
    expect(on.tasks.map(({ dueAt }) => said(dueAt))).toEqual(['12-01 10:00']);
  });

  it('alone have something to do: the work of the step waits', () => {
    const state = { ...anOpenCase(), status: 'awaitingSupplement' as const };
    expect(() => claimTask(state, 'task-1', LEADER, ASKED_AT)).toThrow(refused('CASE.ACTION_NOT_ALLOWED'));
  });
});

describe('an agency that an officer asks beside the process', () => {
  const QUESTION = {
    officer: LEADER,
    agency: 'H48.07',
    role: 'specialist',
    term: { amount: 1, unit: 'workingDay' },
    question: 'Khu đất có thuộc quy hoạch giao thông không?',
  } as const;
  const inHand = (): CaseState => claimTask(anOpenCase(), 'task-1', LEADER, at('25 09:00')).state;
  const asking = (): CaseState => askOpinion(inHand(), QUESTION, next(at('25 10:00'))).state;

  it('has a task with the question and a term, while the step stays in the hands of who asks', () => {
    const decided = askOpinion(inHand(), QUESTION, next(at('25 10:00')));
    expect(decided.state.tasks[1]).toMatchObject({
      kind: 'opinion',
      agency: 'H48.07',
      question: QUESTION.question,
      holder: null,
    });
    expect(decided.state.tasks[1]?.dueAt).toEqual(at('26 10:00'));
    expect([leadingAgency(decided.state), decided.state.tasks[0]?.holder]).toEqual(['H48.12', LEADER]);
    expect(decided.facts).toMatchObject([{ type: 'stepChanged', agencies: ['H48.12', 'H48.07'] }]);
  });

  it('answers without ending the step', () => {
    const { state } = answer(asking(), 'H48.07', SPECIALIST, { when: at('25 11:00') });
    expect([standsAt(state), agencies(state)]).toEqual([standsAt(inHand()), ['H48.12']]);
  });

  it('is not asked twice at a time, nor who has the case', () => {
    expect(() => askOpinion(asking(), QUESTION, next(at('25 11:00')))).toThrow(refused('TASK.AGENCY_HAS_IT'));
    expect(() => askOpinion(inHand(), { ...QUESTION, agency: 'H48.12' }, next(at('25 11:00')))).toThrow(
      refused('TASK.AGENCY_HAS_IT'),
    );
  });

  it('is waited for by nobody: the step is completed over it', () => {
    const state = asking();
    const done = completeTask(
      state,
      { taskId: 'task-1', officer: LEADER, outcome: 'forward' },
      [],
      next(at('25 11:00')),
    );
    expect(agencies(done.state)).toEqual(['H48.12']);
    expect(done.state.tasks.map(({ kind }) => kind)).toEqual(['work']);
  });

  it('is asked no more when who asked says so, before its time has passed', () => {
    const state = asking();
    const closed = closeQuestion(state, closing(state, 'H48.07'), next(at('25 11:00')));
    expect([closed.silence, agencies(closed.state)]).toEqual(['noAnswer', ['H48.12']]);
    const recall = { ...closing(state, 'H48.07'), officer: LEADER };
    expect(agencies(recallTask(state, recall, next(at('25 11:00'))).state)).toEqual(['H48.12']);
  });

  it('does not carry the case on: who asked may close its question, a colleague may not', () => {
    const state = asking();
    expect(allowedActionsFor(state, caller(LEADER.subject, 'leader', 'H48.12'), at('25 11:00'))).toEqual(
      expect.arrayContaining(['askOpinion', 'closeQuestion', 'completeTask']),
    );
    const colleague = caller(COLLEAGUE.subject, 'specialist', 'H48.12');
    expect(allowedActionsFor(state, colleague, at('25 11:00'))).not.toContain('closeQuestion');
  });

  it('adds to a consultation that runs, without being the first answer that is enough', () => {
    const state = aConsultation('any');
    const more = askOpinion(state, QUESTION, next(at('26 10:00'))).state;
    const answered = answer(more, 'H48.07', SPECIALIST, { when: at('26 11:00') }).state;
    expect([standsAt(answered), agencies(answered)]).toEqual(['consultation', ['H48.04', 'H48.05', 'H48.1']]);
  });
});
