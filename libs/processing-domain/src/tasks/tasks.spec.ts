import {
  assignTask,
  type CaseResult,
  type CaseState,
  claimTask,
  completeTask,
  releaseTask,
  standsAt,
} from '../index.js';
import { anOpenCase, at, COLLEAGUE, factsOf, LEADER, next, opening, SPECIALIST } from '../testing/a-case.fixture.js';

const NOW = at('25 09:00');
const RESULT: CaseResult = {
  number: 1,
  resultCode: 'GCN',
  decision: 'granted',
  state: 'draft',
  validUntil: null,
};
const LETTER: CaseResult = { ...RESULT, number: 2, resultCode: 'VAN-BAN-TRA-LOI', decision: 'denied' };

const refusal = (code: string, evidence: object = {}): Error =>
  expect.objectContaining({ code, evidence: expect.objectContaining(evidence) }) as Error;

const idOf = ({ tasks: [task] }: CaseState): string => task?.id ?? 'none';

/** Claims the open task as `officer` and ends it. */
const step = (state: CaseState, officer: typeof LEADER, outcome: string, reason?: string): CaseState =>
  completeTask(
    claimTask(state, idOf(state), officer, NOW).state,
    { taskId: idOf(state), officer, outcome, reason },
    [RESULT, LETTER],
    next(NOW),
  ).state;

const atApproval = (): CaseState => step(step(anOpenCase(), LEADER, 'forward'), SPECIALIST, 'forward');
const atSigning = (): CaseState => step(atApproval(), LEADER, 'approve');

describe('who holds a task', () => {
  it('starts the case at the first claim and at no other', () => {
    const claimed = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(factsOf(claimed)).toEqual(['started', 'stepChanged']);
    expect(claimed.state.startedAt?.equals(NOW)).toBe(true);
    const again = claimTask(
      releaseTask(claimed.state, idOf(claimed.state), LEADER).state,
      'task-1',
      COLLEAGUE,
      at('25 10:00'),
    );
    expect(factsOf(again)).toEqual(['stepChanged']);
    expect(again.state.startedAt?.equals(NOW)).toBe(true);
  });

  it('stays with who claims it again', () => {
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(claimTask(state, idOf(state), LEADER, at('25 10:00'))).toEqual({ state, facts: [] });
  });

  it('does not let a second officer claim it, and says who has it', () => {
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(() => claimTask(state, idOf(state), COLLEAGUE, NOW)).toThrow(
      refusal('TASK.HELD_BY_ANOTHER', { holder: LEADER }),
    );
  });

  it('is taken by the deputy of a holder who is away, and given back to them', () => {
    const id = idOf(anOpenCase());
    const { state } = claimTask(anOpenCase(), id, LEADER, NOW);
    const taken = claimTask(state, id, COLLEAGUE, NOW, [LEADER]).state;
    expect(taken.tasks[0]).toMatchObject({ holder: COLLEAGUE, onBehalfOf: LEADER });
    expect(releaseTask(taken, id, COLLEAGUE).state.tasks[0]).toMatchObject({ holder: LEADER, onBehalfOf: null });
    expect(() => claimTask(state, id, COLLEAGUE, NOW, [SPECIALIST])).toThrow(refusal('TASK.HELD_BY_ANOTHER'));
  });

  it('is given back only by who holds it', () => {
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(() => releaseTask(state, 'task-1', COLLEAGUE)).toThrow(refusal('TASK.HELD_BY_ANOTHER'));
    expect(() => releaseTask(anOpenCase(), 'task-1', LEADER)).toThrow(refusal('TASK.NOT_HELD'));
    expect(releaseTask(state, 'task-1', LEADER).state.tasks[0]).toMatchObject({ holder: null, claimedAt: null });
  });

  it('is handed to another by assignment, whoever held it', () => {
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(assignTask(state, 'task-1', COLLEAGUE, NOW).state.tasks[0]?.holder).toEqual(COLLEAGUE);
  });
});

describe('the end of a task', () => {
  it('leads along the default process to the signed result', () => {
    const states = [anOpenCase()];
    for (const [officer, outcome] of [
      [LEADER, 'forward'],
      [SPECIALIST, 'forward'],
      [LEADER, 'approve'],
      [LEADER, 'sign'],
    ] as const) {
      states.push(step(states.at(-1) as CaseState, officer, outcome));
    }
    expect(states.map((state) => standsAt(state) ?? state.status)).toEqual([
      'assignment',
      'appraisal',
      'approval',
      'signing',
      'completed',
    ]);
    expect(states.at(-1)).toMatchObject({ decision: 'granted', tasks: [] });
  });

  it('is refused to who does not hold it', () => {
    const completion = { taskId: 'task-1', officer: COLLEAGUE, outcome: 'forward' };
    expect(() => completeTask(anOpenCase(), completion, [], next(NOW))).toThrow(refusal('TASK.NOT_HELD'));
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    expect(() => completeTask(state, completion, [], next(NOW))).toThrow(
      refusal('TASK.HELD_BY_ANOTHER', { holder: LEADER }),
    );
  });

  it('has no outcome but those of its step', () => {
    expect(() => step(anOpenCase(), LEADER, 'approve')).toThrow(
      refusal('TASK.OUTCOME_UNKNOWN', { step: 'assignment', allowedOutcomes: ['forward'] }),
    );
  });

  it.each(['sendBack', 'deny'])('by %s needs a reason, and blanks are none', (outcome) => {
    expect(() => step(atApproval(), LEADER, outcome)).toThrow(refusal('TASK.REASON_REQUIRED', { outcome }));
    expect(() => step(atApproval(), LEADER, outcome, '  ')).toThrow(refusal('TASK.REASON_REQUIRED'));
    expect(step(atApproval(), LEADER, outcome, 'Thiếu căn cứ').tasks).toHaveLength(1);
  });

  it('by denial leads to the signing of the answer, and the case ends denied', () => {
    const denied = step(atApproval(), LEADER, 'deny', 'Không đủ điều kiện');
    expect(denied).toMatchObject({ decision: 'denied', tasks: [{ step: 'signing' }] });
    expect(step(denied, LEADER, 'sign')).toMatchObject({ status: 'completed', decision: 'denied' });
  });

  it('remembers the way that led here, and forgets what lies ahead again after a send-back', () => {
    expect(atSigning().trail).toEqual(['assignment', 'appraisal', 'approval']);
    expect(step(atSigning(), LEADER, 'sendBack', 'Sai số hiệu').trail).toEqual(['assignment', 'appraisal']);
    expect(step(atSigning(), LEADER, 'sign').trail).toEqual(['assignment', 'appraisal', 'approval', 'signing']);
  });

  it('sends back across the decision, which is open again', () => {
    const back = step(atSigning(), LEADER, 'sendBack', 'Sai số hiệu');
    expect(back).toMatchObject({ decision: null, tasks: [{ step: 'approval', holder: null }] });
  });

  it('signs nothing where there is no result', () => {
    const signing = atSigning();
    const { state } = claimTask(signing, idOf(signing), LEADER, NOW);
    const completion = { taskId: idOf(state), officer: LEADER, outcome: 'sign' };
    expect(() => completeTask(state, completion, [], next(NOW))).toThrow(refusal('CASE.RESULT_MISSING'));
  });

  it('is not blocked by being late (R11)', () => {
    const late = at('12-30 16:00');
    const signing = atSigning();
    const { state } = claimTask(signing, idOf(signing), LEADER, late);
    const done = completeTask(state, { taskId: idOf(state), officer: LEADER, outcome: 'sign' }, [RESULT], next(late));
    expect(factsOf(done)).toEqual(['stepChanged', 'completed']);
    expect(done.facts.at(-1)).toEqual({ type: 'completed', outcome: 'granted', resultCode: 'GCN' });
  });

  it('gives the next task to the officer who was named', () => {
    const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
    const completion = {
      taskId: 'task-1',
      officer: LEADER,
      outcome: 'forward',
    };
    const { facts, state: after } = completeTask(state, completion, [], opening(NOW, SPECIALIST));
    expect(after.tasks).toMatchObject([{ id: 'task-1', step: 'appraisal', holder: SPECIALIST }]);
    expect(facts).toEqual([
      {
        type: 'stepChanged',
        step: { code: 'appraisal', name: 'Thẩm định hồ sơ' },
        agency: 'H48.12',
        officer: SPECIALIST,
        agencies: ['H48.12'],
      },
    ]);
  });
});
