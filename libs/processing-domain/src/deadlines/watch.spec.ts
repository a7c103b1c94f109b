import {
  type CaseState,
  completeSupplement,
  demandFee,
  extendDeadline,
  requestSupplement,
  settleFee,
  stopCase,
  type WatchedInstant,
  watchedInstants,
  latenessFacts,
} from '../index.js';
import { LIMITS, anOpenCase, at, said, SPECIALIST, CALENDAR, CALENDARS } from '../testing/a-case.fixture.js';

const SETTINGS = { remindBefore: [16, 4], escalateAfter: 24 };
const ITEMS = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];

const watched = (state: CaseState): string[] =>
  watchedInstants(state, CALENDAR, SETTINGS).map(
    ({ name, at: when }) => `${name.replace(/\/2026.*/, '')} ${said(when) ?? ''}`,
  );
function one(state: CaseState, what: string): WatchedInstant {
  const found = watchedInstants(state, CALENDAR, SETTINGS).find(({ name }) => name.startsWith(what));
  if (!found) throw new Error(`${what} is not watched`);
  return found;
}
const asked = (state: CaseState, when: string): CaseState =>
  requestSupplement(state, { officer: SPECIALIST, items: ITEMS }, CALENDARS, at(when)).state;

describe('what is watched of a running case', () => {
  it('is both due dates (R18), reminders in working hours before the promised one, and how long its task is open', () => {
    expect(watched(anOpenCase())).toEqual([
      'late/promised 12-02 14:58',
      'late/statutory 12-04 08:10',
      // Sixteen working hours before Wednesday 14:58, and four: across a night, and across lunch.
      'due-soon/16 11-30 14:58',
      'due-soon/4 12-02 08:58',
      // Three working days after Wednesday 08:10.
      'open-too-long/task-1 11-30 08:10',
    ]);
  });

  it('has the term of a step, where the process gives it one', () => {
    const state = anOpenCase();
    const timed = { ...state, tasks: state.tasks.map((task) => ({ ...task, dueAt: at('27 09:00') })) };
    expect(watched(timed)).toContain('step-late/task-1 11-27 09:00');
  });

  it('is nothing while the applicant is asked, and what is left moves with the due date', () => {
    const paused = asked(anOpenCase(), '26 09:00');
    expect(watched(paused)).toEqual([]);
    const completion = { number: 1, completedAt: at('27 09:00') };
    expect(watched(completeSupplement(paused, completion, CALENDARS).state)).toEqual([
      'late/promised 12-03 14:58',
      'late/statutory 12-07 08:10',
      'due-soon/16 12-01 14:58',
      'due-soon/4 12-03 08:58',
      'open-too-long/task-1 12-02 09:00',
    ]);
  });

  it('counts how long a task is open from the last thing that the applicant gave or paid', () => {
    const lines = [{ code: 'PHAT-SINH-1-1', kind: 'phi', name: 'Phí', amount: 150_000 }] as const;
    const paid = (state: CaseState, when: string, until: string): CaseState => {
      const demand = { officer: SPECIALIST, lines, reason: 'x', legalBasis: 'y' };
      return settleFee(
        demandFee(state, demand, CALENDARS, at(when)).state,
        { demandedAt: at(when), paidAt: at(until) },
        CALENDARS,
      )!.state;
    };
    const twice = paid(paid(anOpenCase(), '26 09:00', '26 10:00'), '27 09:00', '27 10:00');
    expect(watched(twice)).toContain('open-too-long/task-1 12-02 10:00');
  });

  it('is still its lateness where it was asked too late to pause anything (R11)', () => {
    expect(watched(asked(anOpenCase(), '12-10 09:00'))).toEqual([
      'late/promised 12-02 14:58',
      'late/statutory 12-04 08:10',
    ]);
  });

  it('moves with an extension (R13)', () => {
    const extension = { officer: SPECIALIST, reason: 'Chờ ý kiến Bộ', newDueAt: at('12-10 15:00') };
    expect(watched(extendDeadline(anOpenCase(), extension, LIMITS, at('30 09:00')).state)[0]).toBe(
      'late/promised 12-10 15:00',
    );
  });

  it('is nothing once it has ended', () => {
    expect(watched(stopCase(anOpenCase(), 'x', SPECIALIST, at('26 09:00')).state)).toEqual([]);
  });

  it('leaves out a reminder that would come with the acceptance', () => {
    const due = { statutory: at('25 16:00'), promised: at('25 15:00') };
    expect(watched({ ...anOpenCase(), original: due, due }).filter((line) => line.startsWith('due-soon'))).toEqual([
      'due-soon/4 11-25 09:00',
    ]);
    // Four working hours after the acceptance, across lunch.
    const whole = { statutory: at('25 16:00'), promised: at('25 14:10') };
    const lines = watched({ ...anOpenCase(), original: whole, due: whole });
    expect(lines.filter((line) => line.startsWith('due-soon'))).toEqual([]);
  });
});

describe('when a watched instant passes', () => {
  const state = anOpenCase();

  it('records lateness with the instant from which on it was late, and not at that instant yet (R11, R12)', () => {
    expect(latenessFacts(state, one(state, 'late/promised'), at('12-02 14:58'))).toEqual([]);
    expect(latenessFacts(state, one(state, 'late/promised'), at('12-30 09:00'))).toEqual([
      { type: 'becameOverdue', kind: 'processing', track: 'promised', taskId: null, dueAt: at('12-02 14:58') },
    ]);
  });

  it('reminds of a due date before it, and not after it', () => {
    const reminder = one(state, 'due-soon/4');
    expect(latenessFacts(state, reminder, at('12-02 09:00'))).toMatchObject([
      { type: 'dueSoon', track: 'promised', workingHours: 4 },
    ]);
    expect(latenessFacts(state, reminder, at('12-02 14:58'))).toHaveLength(1);
    expect(latenessFacts(state, reminder, at('12-02 14:59'))).toEqual([]);
  });

  it('puts a task that stays open before the leaders', () => {
    expect(latenessFacts(state, one(state, 'open-too-long'), at('30 09:00'))).toMatchObject([
      { type: 'escalated', why: 'openTooLong', by: null, taskId: 'task-1' },
    ]);
  });

  it('records a late step, and puts it before the leaders', () => {
    const timed = { ...state, tasks: state.tasks.map((task) => ({ ...task, dueAt: at('27 09:00') })) };
    expect(latenessFacts(timed, one(timed, 'step-late'), at('27 09:01'))).toMatchObject([
      { type: 'becameOverdue', kind: 'step', track: null, taskId: 'task-1', dueAt: at('27 09:00') },
      { type: 'escalated', why: 'stepLate' },
    ]);
  });
});
