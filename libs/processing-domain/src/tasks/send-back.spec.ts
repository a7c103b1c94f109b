import { allowedActions, type CaseState, claimTask, completeTask, handOver, sendBack, standsAt } from '../index.js';
import { anOpenCase, at, COLLEAGUE, factsOf, LEADER, next, SPECIALIST } from '../testing/a-case.fixture.js';

const NOW = at('25 09:00');
const taskId = ({ tasks: [task] }: CaseState): string => task?.id ?? 'none';
const held = (state: CaseState): CaseState => claimTask(state, taskId(state), LEADER, NOW).state;
const step = (state: CaseState, outcome: string, reason?: string): CaseState =>
  completeTask(held(state), { taskId: taskId(state), officer: LEADER, outcome, reason }, [], next(NOW)).state;

const atSigning = (): CaseState =>
  (['forward', 'forward', 'approve'] as const).reduce<CaseState>(
    (state, outcome) => step(state, outcome),
    anOpenCase(),
  );

const back = (state: CaseState, to: string, reason = 'Sai thẩm quyền'): ReturnType<typeof sendBack> =>
  sendBack(held(state), { taskId: taskId(state), officer: LEADER, to, reason }, next(NOW));

describe('a case that is sent back', () => {
  it('goes to any step that it has passed, not only to those that an outcome names', () => {
    const { state, facts } = back(atSigning(), 'assignment');
    expect([standsAt(state), state.trail]).toEqual(['assignment', []]);
    expect(facts).toMatchObject([{ type: 'stepChanged', step: { code: 'assignment' }, officer: null }]);
  });

  it('is undecided again where it has to pass the decision once more', () => {
    expect(atSigning().decision).toBe('granted');
    expect(back(atSigning(), 'appraisal').state.decision).toBeNull();
    expect(back(atSigning(), 'approval').state.decision).toBeNull();
    expect(back(atSigning(), 'assignment').state.decision).toBeNull();
  });

  it.each([
    ['a step that lies ahead', 'approval', ['assignment']],
    ['the step that it is at', 'appraisal', ['assignment']],
    ['a step that does not exist', 'nowhere', ['assignment']],
  ])('cannot go back to %s, and reads where it can', (_, to, allowedSteps) => {
    expect(() => back(step(anOpenCase(), 'forward'), to)).toThrow(
      expect.objectContaining({
        code: 'CASE.STEP_NOT_PASSED',
        evidence: { to, allowedSteps },
        faults: [expect.objectContaining({ pointer: '/to' })],
      }),
    );
  });

  it('says in words where it can go back to', () => {
    const details = (state: CaseState): unknown => {
      try {
        return back(state, 'nowhere');
      } catch (error) {
        return (error as { faults: { detail: object }[] }).faults.map(({ detail }) => detail);
      }
    };
    expect(details(step(anOpenCase(), 'forward'))).toEqual([
      { vi: 'Hồ sơ mới qua các bước: assignment.', en: 'The case has passed: assignment.' },
    ]);
    const unpassed = { ...step(anOpenCase(), 'forward'), trail: [] };
    expect(details(unpassed)).toEqual([{ vi: 'Hồ sơ chưa qua bước nào.', en: 'The case has passed no step yet.' }]);
  });

  it('stays decided where it goes back to a step after the decision', () => {
    const outcome = (code: string, to: string | null, more: object = {}) => ({ code, name: code, to, ...more });
    const steps = [
      {
        code: 'approval',
        name: 'a',
        role: 'leader',
        outcomes: [outcome('approve', 'issuing', { decision: 'granted' })],
      },
      { code: 'issuing', name: 'b', role: 'leader', outcomes: [outcome('forward', 'archiving')] },
      { code: 'archiving', name: 'c', role: 'leader', outcomes: [outcome('end', null)] },
    ] as const;
    const start = anOpenCase({ definition: { procedure: '1.001686', version: 1, name: 'x', steps } });
    const archiving = step(step(start, 'approve'), 'forward');
    expect(back(archiving, 'issuing').state.decision).toBe('granted');
    expect(back(archiving, 'approval').state.decision).toBeNull();
  });

  it('has nowhere to go back to at its first step', () => {
    expect(allowedActions(held(anOpenCase()))).not.toContain('sendBack');
    expect(() => back(anOpenCase(), 'assignment')).toThrow(expect.objectContaining({ code: 'CASE.STEP_NOT_PASSED' }));
  });

  it('needs a reason, and blanks are none', () => {
    expect(() => back(atSigning(), 'appraisal', '  ')).toThrow(
      expect.objectContaining({ code: 'TASK.REASON_REQUIRED' }),
    );
  });

  it('is sent by who holds it', () => {
    const state = atSigning();
    const command = { taskId: taskId(state), officer: COLLEAGUE, to: 'approval', reason: 'x' };
    expect(() => sendBack(state, command, next(NOW))).toThrow(expect.objectContaining({ code: 'TASK.NOT_HELD' }));
    expect(() => sendBack(held(state), command, next(NOW))).toThrow(
      expect.objectContaining({ code: 'TASK.HELD_BY_ANOTHER' }),
    );
  });
});

describe('a task that is handed over to another agency (R23)', () => {
  const over = (state: CaseState, agency: string, reason = 'Thuộc thẩm quyền của Sở'): ReturnType<typeof handOver> =>
    handOver(state, { taskId: taskId(state), officer: LEADER, agency, reason });

  it('stays the same step, waits for an officer there, and tells who has it', () => {
    const { state, facts } = over(held(anOpenCase()), 'H48.04');
    expect(state.tasks).toMatchObject([{ step: 'assignment', agency: 'H48.04', holder: null, claimedAt: null }]);
    expect(facts).toMatchObject([{ type: 'stepChanged', agency: 'H48.04', officer: null, agencies: ['H48.04'] }]);
  });

  it('comes back to the agency that the next step names', () => {
    const { state } = over(held(anOpenCase()), 'H48.04');
    const done = completeTask(
      claimTask(state, 'task-1', SPECIALIST, NOW).state,
      { taskId: 'task-1', officer: SPECIALIST, outcome: 'forward' },
      [],
      next(NOW),
    );
    expect(factsOf(done)).toEqual(['stepChanged']);
    expect(done.state.tasks).toMatchObject([{ step: 'appraisal', agency: 'H48.12' }]);
  });

  it.each([
    ['to the agency that has it', 'H48.12', 'Nhầm', 'TASK.AGENCY_HAS_IT'],
    ['without a reason', 'H48.04', ' ', 'TASK.REASON_REQUIRED'],
  ])('is not handed over %s', (_, agency, reason, code) => {
    expect(() => over(held(anOpenCase()), agency, reason)).toThrow(expect.objectContaining({ code }));
  });

  it('is not handed over by who does not hold it', () => {
    expect(() => over(anOpenCase(), 'H48.04')).toThrow(expect.objectContaining({ code: 'TASK.NOT_HELD' }));
  });
});
