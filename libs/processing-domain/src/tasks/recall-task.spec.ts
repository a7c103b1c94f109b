import { type Caller, type CaseState, claimTask, completeTask, handOver, recallTask } from '../index.js';
import { anOpenCase, at, COLLEAGUE, LEADER, next, SPECIALIST } from '../testing/a-case.fixture.js';
import { aConsultation, taskOf } from '../testing/a-consultation.fixture.js';

const NOW = at('25 09:00');
const REASON = 'Chuyển nhầm';

const caller = ({ subject }: { subject: string }, role: string, agency = 'H48.12'): Caller => ({
  subject,
  roles: [role],
  actsFor: (one) => one === agency,
});
const idOf = ({ tasks: [task] }: CaseState): string => task?.id ?? 'none';
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
function ends(state: CaseState, officer: typeof LEADER, outcome: string): CaseState {
  const claimed = claimTask(state, idOf(state), officer, NOW).state;
  return completeTask(claimed, { taskId: idOf(claimed), officer, outcome }, [], next(NOW)).state;
}
const recall = (state: CaseState, officer: typeof LEADER, role: string, reason = REASON): CaseState =>
  recallTask(state, { taskId: idOf(state), caller: caller(officer, role), officer, reason }, next(NOW)).state;

describe('a task that is recalled (R21, R23)', () => {
  const atAppraisal = ends(anOpenCase(), LEADER, 'forward');
  const atApproval = ends(atAppraisal, SPECIALIST, 'forward');
  const away = handOver(claimTask(atAppraisal, idOf(atAppraisal), SPECIALIST, NOW).state, {
    taskId: idOf(atAppraisal),
    officer: SPECIALIST,
    agency: 'H48.13',
    reason: 'Thuộc thẩm quyền cơ quan khác',
  }).state;

  it('comes back to who forwarded it, in hand, as long as nobody has claimed it', () => {
    const back = recall(atApproval, SPECIALIST, 'specialist');
    expect(back.tasks).toMatchObject([{ step: 'appraisal', holder: SPECIALIST }]);
    expect(back.trail).toEqual(['assignment']);
    const claimed = claimTask(atApproval, idOf(atApproval), LEADER, NOW).state;
    expect(() => recall(claimed, SPECIALIST, 'specialist')).toThrow(refused('TASK.RECALL_NOT_YOURS'));
  });

  it('of several agencies that are asked comes back from none once one of them is at it', () => {
    const asked = aConsultation('all');
    const one = claimTask(asked, taskOf(asked, 'H48.04'), SPECIALIST, NOW).state;
    const command = {
      taskId: taskOf(one, 'H48.05'),
      caller: caller(LEADER, 'leader'),
      officer: LEADER,
      reason: REASON,
    };
    expect(() => recallTask(one, command, next(NOW))).toThrow(refused('TASK.HELD_BY_ANOTHER'));
    const back = recallTask(asked, { ...command, taskId: taskOf(asked, 'H48.05') }, next(NOW)).state;
    expect(back.tasks).toMatchObject([{ step: 'appraisal', holder: LEADER }]);
  });

  it('takes a decision back that was made with it', () => {
    const decided = ends(atApproval, LEADER, 'approve');
    expect(decided.decision).toBe('granted');
    expect(recall(decided, LEADER, 'leader')).toMatchObject({ decision: null, tasks: [{ step: 'approval' }] });
  });

  it('comes back from another agency to who handed it over, while nobody has claimed it there', () => {
    expect(recall(away, SPECIALIST, 'specialist').tasks).toMatchObject([
      { agency: 'H48.12', holder: SPECIALIST, claimedAt: NOW, handedOverFrom: null },
    ]);
  });

  it('comes back from another agency when a leader of the competent one says so, claimed or not', () => {
    const claimed = claimTask(away, idOf(away), COLLEAGUE, NOW).state;
    expect(recall(claimed, LEADER, 'leader').tasks).toMatchObject([
      { agency: 'H48.12', holder: null, claimedAt: null },
    ]);
    expect(() => recall(claimed, SPECIALIST, 'specialist')).toThrow(refused('TASK.RECALL_NOT_YOURS'));
  });

  it('is recalled by nobody else, and never without a reason', () => {
    expect(() => recall(atApproval, COLLEAGUE, 'specialist')).toThrow(refused('TASK.RECALL_NOT_YOURS'));
    expect(() => recall(away, LEADER, 'leader', ' ')).toThrow(refused('TASK.REASON_REQUIRED'));
  });

  it('keeps the first agency however often it is handed on', () => {
    const there = claimTask(away, idOf(away), COLLEAGUE, NOW).state;
    const on = handOver(there, { taskId: idOf(there), officer: COLLEAGUE, agency: 'H48.14', reason: REASON }).state;
    expect(recall(on, LEADER, 'leader').tasks).toMatchObject([{ agency: 'H48.12' }]);
  });
});
