import {
  allowedActions,
  cancelSupplement,
  type CaseState,
  completeSupplement,
  stopWhenSupplementExpires,
  moveSupplementDeadline,
  requestSupplement,
} from '../index.js';
import { anOpenCase, at, CALENDAR, CALENDARS, factsOf, LEADER, said } from '../testing/a-case.fixture.js';

const ITEMS = [{ component: 'A', field: null, reason: 'Thiếu' }];
const REASON = 'Yêu cầu nhầm';
/** Asked on Thursday 26 November at 09:00: the applicant has ten working days. */
const asked = (terms: Partial<CaseState['terms']> = {}): CaseState =>
  requestSupplement(anOpenCase(terms), { officer: LEADER, items: ITEMS }, CALENDARS, at('26 09:00')).state;
const refused = (code: string, evidence: object = {}): Error =>
  expect.objectContaining({ code, evidence: expect.objectContaining(evidence) as object }) as Error;
const cancelling = { number: 1, officer: LEADER, reason: REASON };

describe('a supplement request that is taken back', () => {
  it.each(['pause', 'restart'] as const)('leaves the clock as if it had never paused (%s, R8)', (supplementPolicy) => {
    const { state, facts } = cancelSupplement(asked({ supplementPolicy }), cancelling, CALENDARS, at('30 10:00'));
    expect([state.status, said(state.due.statutory), said(state.due.promised)]).toEqual([
      'open',
      '12-04 08:10',
      '12-02 14:58',
    ]);
    expect(facts.map(({ type }) => type)).toEqual(['supplementCancelled', 'deadlineAdjusted']);
  });

  it('is kept with who took it back, when and why; the next one has the next number', () => {
    const { state } = cancelSupplement(asked(), cancelling, CALENDARS, at('30 10:00'));
    expect(state.supplements).toMatchObject([
      { number: 1, completedAt: null, cancelled: { by: LEADER, reason: REASON } },
    ]);
    const again = requestSupplement(state, { officer: LEADER, items: ITEMS }, CALENDARS, at('30 10:05')).state;
    expect(again.supplements.at(-1)).toMatchObject({ number: 2 });
    const done = completeSupplement(again, { number: 2, completedAt: at('30 11:05') }, CALENDARS).state;
    // One hour, and not the days of the first.
    expect(said(done.due.statutory)).toBe('12-04 09:10');
  });

  it('is awaited no more: an answer is rejected with the reason, its deadline ends nothing', () => {
    const { state } = cancelSupplement(asked(), cancelling, CALENDARS, at('30 10:00'));
    const late = completeSupplement(state, { number: 1, completedAt: at('30 09:00') }, CALENDARS);
    expect(late.facts).toMatchObject([{ type: 'supplementRejected', reason: 'Yêu cầu bổ sung số 1 đã được hủy' }]);
    expect(
      stopWhenSupplementExpires(state, { number: 1, deadlineAt: at('12-31 10:00') }, at('12-31 10:00')),
    ).toBeUndefined();
  });

  it.each([
    [1, 'Yêu cầu bổ sung số 1 đã được hủy'],
    [7, 'Hồ sơ không chờ lần bổ sung số 7'],
  ])('is told from a number that was never asked for, while the next one is awaited (%i)', (number, reason) => {
    const { state } = cancelSupplement(asked(), cancelling, CALENDARS, at('30 10:00'));
    const again = requestSupplement(state, { officer: LEADER, items: ITEMS }, CALENDARS, at('30 10:05')).state;
    const rejected = completeSupplement(again, { number, completedAt: at('30 11:00') }, CALENDARS);
    expect(rejected.facts).toEqual([{ type: 'supplementRejected', number, reason }]);
  });

  it('is the one that the case waits for', () => {
    expect(() => cancelSupplement(asked(), { ...cancelling, number: 2 }, CALENDARS, at('30 10:00'))).toThrow(
      refused('CASE.SUPPLEMENT_NOT_OPEN', { number: 2, openNumber: 1 }),
    );
    expect(() => cancelSupplement(anOpenCase(), cancelling, CALENDARS, at('30 10:00'))).toThrow(
      refused('CASE.ACTION_NOT_ALLOWED'),
    );
    expect(allowedActions(asked())).toEqual(expect.arrayContaining(['cancelSupplement', 'moveSupplementDeadline']));
  });
});

describe('the deadline of a supplement request', () => {
  const moved = (deadlineAt: string, now = '12-04 09:00') =>
    moveSupplementDeadline(asked(), { ...cancelling, deadlineAt: at(deadlineAt) }, CALENDAR, at(now));

  it('is moved to a later time, as long as it has not passed (R9)', () => {
    expect(said(asked().supplements[0]?.deadlineAt ?? null)).toBe('12-11 09:00');
    const decided = moved('12-15 10:00');
    expect(said(decided.state.supplements[0]?.deadlineAt ?? null)).toBe('12-15 10:00');
    expect(factsOf(decided)).toEqual(['supplementDeadlineAdjusted']);
    expect(factsOf(moved('12-15 10:00', '12-11 09:00'))).toEqual(['supplementDeadlineAdjusted']);
    expect(() => moved('12-15 10:00', '12-11 09:01')).toThrow(refused('CASE.SUPPLEMENT_NOT_OPEN'));
  });

  it.each([
    ['is not moved forward', '12-10 09:00', 'NOT_LATER'],
    ['lies in working time', '12-13 09:00', 'NOT_WORKING_TIME'],
    ['gives no more than a request of today would', '12-31 10:00', 'TOO_FAR'],
  ])('%s', (_, deadlineAt, code) => {
    expect(() => moved(deadlineAt)).toThrow(
      expect.objectContaining({
        code: 'CASE.SUPPLEMENT_DEADLINE_INVALID',
        faults: [expect.objectContaining({ pointer: '/deadlineAt', code })],
      }),
    );
  });
});
