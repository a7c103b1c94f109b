import {
  allowedActionsFor,
  assertInHand,
  type Caller,
  type CaseState,
  claimTask,
  completeTask,
  handOver,
} from '../index.js';
import { anOpenCase, at, COLLEAGUE, LEADER, next, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation, taskOf } from '../testing/a-consultation.fixture.js';

const NOW = at('25 09:00');

const caller = (subject: string, role: string, ...agencies: string[]): Caller => ({
  subject,
  roles: [role],
  actsFor: (agency) => agencies.includes(agency),
});
const SPECIALIST_HERE = caller('specialist', 'specialist', 'H48.12');
const LEADER_HERE = caller('leader', 'leader', 'H48.12');
const idOf = ({ tasks: [task] }: CaseState): string => task?.id ?? 'none';
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

function atAppraisal(): CaseState {
  const { state } = claimTask(anOpenCase(), idOf(anOpenCase()), LEADER, NOW);
  return completeTask(state, { taskId: idOf(state), officer: LEADER, outcome: 'forward' }, [], next(NOW)).state;
}
function inHand(): CaseState {
  const state = atAppraisal();
  return claimTask(state, idOf(state), SPECIALIST, NOW).state;
}

describe('whose a case is (R23)', () => {
  it.each([
    ['who has its task in hand', SPECIALIST_HERE],
    ['their leader', LEADER_HERE],
  ])('%s works on it', (_, who) => {
    expect(() => assertInHand(inHand(), who)).not.toThrow();
    expect(allowedActionsFor(inHand(), who, at('26 09:00'))).toEqual(
      expect.arrayContaining(['requestSupplement', 'stop', 'addResult', 'extend', 'escalate']),
    );
  });

  it.each([
    ['a clerk of the same agency', inHand(), caller('clerk', 'clerk', 'H48.12'), 'TASK.HELD_BY_ANOTHER'],
    ['a clerk, while nobody holds the task', atAppraisal(), caller('clerk', 'clerk', 'H48.12'), 'TASK.NOT_HELD'],
    ['who has the role, while nobody holds the task', atAppraisal(), SPECIALIST_HERE, 'TASK.NOT_HELD'],
    ['a colleague', inHand(), caller(COLLEAGUE.subject, 'specialist', 'H48.12'), 'TASK.HELD_BY_ANOTHER'],
    ['a leader of the receiving agency', inHand(), caller('far', 'leader', 'H48.1'), 'CASE.OF_ANOTHER_AGENCY'],
  ])('%s does not', (_, state, who, code) => {
    expect(() => assertInHand(state, who)).toThrow(refused(code));
    const allowed: readonly string[] = allowedActionsFor(state, who, at('26 09:00'));
    expect(allowed.filter((one) => ['requestSupplement', 'stop', 'addResult', 'extend'].includes(one))).toEqual([]);
  });

  it('while others are consulted, who asked them asks on: officers of the step that the case came from', () => {
    const asked = aConsultation('all');
    const { definition } = asked.terms;
    const [appraisal, ...others] = definition.steps;
    const bySpecialist: CaseState = {
      ...asked,
      trail: ['approval', 'appraisal'],
      terms: {
        ...asked.terms,
        definition: { ...definition, steps: [{ ...appraisal!, role: 'specialist' }, ...others] },
      },
    } as CaseState;
    expect(() => assertInHand(bySpecialist, SPECIALIST_HERE)).not.toThrow();
    const clerk = caller('clerk', 'clerk', 'H48.12');
    expect(() => assertInHand(bySpecialist, clerk)).toThrow(refused('TASK.ROLE_REQUIRED'));
    expect(() => assertInHand({ ...bySpecialist, trail: [] }, SPECIALIST_HERE)).toThrow(refused('TASK.ROLE_REQUIRED'));
  });

  it('of several agencies that are asked each claims its own task', () => {
    const asked = aConsultation('all');
    expect(allowedActionsFor(asked, caller('there', 'specialist', 'H48.05'), at('26 09:00'))).toEqual(['claim']);
    const one = claimTask(asked, taskOf(asked, 'H48.04'), SPECIALIST, NOW).state;
    expect(allowedActionsFor(one, caller(SPECIALIST.subject, 'specialist', 'H48.04'), at('26 09:00'))).toEqual([
      'release',
      'completeTask',
      'handOver',
    ]);
  });

  it('what the applicant brings about is nothing that an officer may do', () => {
    const allowed = allowedActionsFor(inHand(), SPECIALIST_HERE, at('26 09:00'));
    const waiting = allowedActionsFor({ ...inHand(), status: 'awaitingSupplement' }, SPECIALIST_HERE, at('26 09:00'));
    for (const action of ['withdraw', 'completeSupplement'] as const)
      expect([...allowed, ...waiting]).not.toContain(action);
  });

  it('after the decision it is only sent back: nobody asks for more, stops it or moves its date', () => {
    const decided: CaseState = { ...inHand(), decision: 'granted' };
    expect(allowedActionsFor(decided, SPECIALIST_HERE, at('26 09:00'))).toEqual([
      'release',
      'completeTask',
      'sendBack',
      'handOver',
      'addResult',
      'escalate',
    ]);
  });

  it('tells each what they may do: nothing to a stranger, claiming only to who has the role', () => {
    expect(allowedActionsFor(atAppraisal(), caller('x', 'specialist', 'H48.99'), at('26 09:00'))).toEqual([]);
    expect(allowedActionsFor(atAppraisal(), SPECIALIST_HERE, at('26 09:00'))).toEqual(['claim', 'escalate']);
    expect(allowedActionsFor(atAppraisal(), caller('c', 'clerk', 'H48.12'), at('26 09:00'))).toEqual(['escalate']);
  });

  it('says what time allows: an extension until a day before the promised date, an apology from then on (R13)', () => {
    const dates = (now: string) =>
      allowedActionsFor(inHand(), SPECIALIST_HERE, at(now)).filter((one) => one === 'extend' || one === 'apologise');
    expect([dates('12-01 14:58'), dates('12-01 14:59'), dates('12-03 09:00')]).toEqual([
      ['extend'],
      ['apologise'],
      ['apologise'],
    ]);
  });

  it('says that a question is closed once its time has passed, and that a step which others share comes back while nobody is at it', () => {
    const asked = aConsultation('all');
    const late = {
      ...asked,
      tasks: asked.tasks.map((task) => ({ ...task, dueAt: at('26 09:00'), sentBy: SPECIALIST })),
    };
    const may = (state: CaseState, now: string) =>
      allowedActionsFor(state, { ...LEADER_HERE, subject: SPECIALIST.subject }, at(now)).filter((one) =>
        ['closeQuestion', 'recall'].includes(one),
      );
    expect([may(late, '26 08:59'), may(late, '26 09:00')]).toEqual([['recall'], ['recall', 'closeQuestion']]);
    const taken = { ...late, tasks: late.tasks.map((task, n) => (n === 0 ? { ...task, holder: COLLEAGUE } : task)) };
    expect(may(taken, '26 08:59')).toEqual([]);
  });

  it('shows the competent leader of a case that was handed over just that it can be recalled', () => {
    const here = inHand();
    const handing = { taskId: idOf(here), officer: SPECIALIST, agency: 'H48.13', reason: 'Nhầm cơ quan' };
    const { state } = handOver(here, handing);
    expect(allowedActionsFor(state, LEADER_HERE, at('26 09:00'))).toEqual(['recall']);
    expect(allowedActionsFor(state, SPECIALIST_HERE, at('26 09:00'))).toEqual(['recall']);
    expect(allowedActionsFor(state, caller(COLLEAGUE.subject, 'specialist', 'H48.12'), at('26 09:00'))).toEqual([]);
  });
});
