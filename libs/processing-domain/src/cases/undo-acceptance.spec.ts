import {
  allowedActions,
  allowedActionsFor,
  type Caller,
  type CaseState,
  claimTask,
  undoAcceptance,
  withdrawCase,
} from '../index.js';
import { anOpenCase, at, factsOf, LEADER, SPECIALIST } from '../testing/a-case.fixture.js';

const NOW = at('25 10:30');
const WHY = 'Tiếp nhận nhầm hồ sơ cùng tên';
// The case of the fixture is received by H48.1 and decided by H48.12.
const caller = (role: string, agency: string): Caller => ({
  subject: LEADER.subject,
  roles: [role],
  actsFor: (one) => one === agency,
});
const RECEIVING = caller('leader', 'H48.1');
const undo = (state: CaseState, who = RECEIVING, now = NOW) =>
  undoAcceptance(state, { caller: who, officer: LEADER, reason: WHY, now });
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a wrong acceptance (R12, R23)', () => {
  it('is undone on the same day by a leader of the office that received, also when the work has begun', () => {
    const state = claimTask(anOpenCase(), 'task-1', SPECIALIST, at('25 09:00')).state;
    const undone = undo(state);
    expect(undone.state).toMatchObject({ status: 'undone', endedAt: NOW, tasks: [] });
    expect(factsOf(undone)).toEqual(['stepChanged', 'acceptanceUndone']);
    expect(undone.facts[1]).toEqual({ type: 'acceptanceUndone', reason: WHY, by: LEADER });
    expect(undo(anOpenCase(), RECEIVING, at('25 23:59')).state.status).toBe('undone');
  });

  it('is final the next day in Vietnam', () => {
    expect(() => undo(anOpenCase(), RECEIVING, at('26 00:00'))).toThrow(refused('CASE.UNDO_TOO_LATE'));
  });

  it('is undone by nobody else: no clerk, and no leader of the agency that only decides', () => {
    for (const who of [caller('clerk', 'H48.1'), caller('leader', 'H48.12'), caller('specialist', 'H48.1')]) {
      expect(() => undo(anOpenCase(), who)).toThrow(refused('CASE.UNDO_NOT_YOURS'));
      expect(allowedActionsFor(anOpenCase(), who, at('25 12:00'))).not.toContain('undoAcceptance');
    }
    expect(allowedActionsFor(anOpenCase(), RECEIVING, at('25 12:00'))).toEqual(['undoAcceptance']);
  });

  it('stays where the case has decided, or the applicant was asked for something or promised another date', () => {
    const open = anOpenCase();
    const asked = {
      number: 1,
      items: [],
      requestedBy: SPECIALIST,
      requestedAt: NOW,
      deadlineAt: NOW,
      completedAt: NOW,
    };
    const demand = { number: 1, lines: [], reason: 'x', legalBasis: 'x', demandedBy: SPECIALIST };
    const extension = { at: NOW, by: LEADER, reason: 'x', previous: NOW, promised: NOW };
    for (const state of [
      { ...open, decision: 'granted' },
      { ...open, supplements: [asked] },
      { ...open, feeDemands: [{ ...demand, demandedAt: NOW, deadlineAt: NOW, paidAt: NOW }] },
      { ...open, extension },
      { ...open, apologies: [{ at: NOW, by: LEADER, reason: 'x', previous: NOW, newDueAt: NOW }] },
      { ...open, status: 'completed' },
    ] satisfies CaseState[]) {
      expect(() => undo(state)).toThrow(refused('CASE.ACTION_NOT_ALLOWED'));
      expect(allowedActions(state)).not.toContain('undoAcceptance');
    }
  });

  it('leaves nothing to withdraw, and says so', () => {
    const { facts } = withdrawCase(undo(anOpenCase()).state, 'Đổi ý', NOW);
    expect(facts).toEqual([{ type: 'withdrawalRefused', reason: 'Việc tiếp nhận hồ sơ đã được hủy' }]);
  });
});
