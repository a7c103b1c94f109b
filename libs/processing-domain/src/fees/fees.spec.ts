import {
  allowedActions,
  type CaseState,
  completeSupplement,
  demandFee,
  requestSupplement,
  settleFee,
  watchedInstants,
  latenessFacts,
  withdrawCase,
} from '../index.js';
import { anOpenCase, at, CALENDAR, CALENDARS, factsOf, said, SPECIALIST } from '../testing/a-case.fixture.js';

const LINES = [{ code: 'PHAT-SINH-1-1', kind: 'phi', name: 'Phí thẩm định bổ sung', amount: 150_000 }] as const;
const REASON = { reason: 'Phải thẩm định thêm một địa điểm', legalBasis: 'Thông tư số 44/2018/TT-BTC' };
const WATCH = { remindBefore: [8], escalateAfter: 16 };

const demanded = (when: string, state: CaseState = anOpenCase()) =>
  demandFee(state, { officer: SPECIALIST, lines: LINES, ...REASON }, CALENDARS, at(when));
const settled = (state: CaseState, demandedAt: Temporal.Instant, when: string) =>
  settleFee(state, { demandedAt, paidAt: at(when) }, CALENDARS);
const paid = (state: CaseState, when: string): CaseState =>
  settled(state, state.feeDemands.at(-1)!.demandedAt, when)?.state ?? state;
const due = ({ due: { statutory, promised } }: CaseState): (string | null)[] => [said(statutory), said(promised)];

describe('a fee that arises in the course of a case', () => {
  it('makes the case wait, its clock with it, and has a deadline like a supplement (R8, R16)', () => {
    const { state, facts } = demanded('26 09:00');
    expect([state.status, due(state)]).toEqual(['awaitingPayment', [null, null]]);
    // Ten working days of eight hours, and the 8th of December is a day off.
    expect(said(state.feeDemands[0]?.deadlineAt ?? null)).toBe('12-11 09:00');
    expect(facts).toMatchObject([
      { type: 'feeDemanded', demand: { number: 1, lines: LINES, paidAt: null } },
      { type: 'deadlineAdjusted', rule: 'R8', due: { statutory: null, promised: null } },
    ]);
    expect(allowedActions(state)).toEqual(['stop', 'withdraw', 'apologise', 'escalate']);
  });

  it.each(['pause', 'restart'] as const)(
    'gives back what was left when it is paid, where supplements %s the term too',
    (supplementPolicy) => {
      const state = paid(demanded('26 09:00', anOpenCase({ supplementPolicy })).state, '27 15:00');
      expect([state.status, said(state.feeDemands[0]?.paidAt ?? null)]).toEqual(['open', '11-27 15:00']);
      // 47 h 10 min were left at the demand: two on Friday, forty in the week, and 5 h 10 min on Monday.
      expect(due(state)).toEqual(['12-07 14:10', '12-04 08:58']);
    },
  );

  it('counts beside the time of a supplement, where supplements pause the term', () => {
    const before = paid(demanded('26 09:00').state, '27 09:00');
    const items = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];
    const asked = requestSupplement(before, { officer: SPECIALIST, items }, CALENDARS, at('30 09:00')).state;
    // Twice eight working hours.
    const given = completeSupplement(asked, { number: 1, completedAt: at('12-01 09:00') }, CALENDARS).state;
    expect(due(given)).toEqual(['12-09 08:10', '12-04 14:58']);
  });

  it('counts from the very instant on at which a supplement has begun the term anew', () => {
    const items = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];
    const restart = anOpenCase({ supplementPolicy: 'restart' });
    const asked = requestSupplement(restart, { officer: SPECIALIST, items }, CALENDARS, at('26 09:00')).state;
    const anew = completeSupplement(asked, { number: 1, completedAt: at('27 09:00') }, CALENDARS).state;
    const waiting = demanded('27 09:00', anew).state;
    expect(due(waiting)).toEqual([null, null]);
    // 9 December 09:00 and 4 December 15:48 without the eight working hours of the wait.
    expect(due(paid(waiting, '30 09:00'))).toEqual(['12-10 09:00', '12-07 15:48']);
    expect(due(demanded('12-09 09:00', anew).state)).toEqual(['12-09 09:00', '12-04 15:48']);
  });

  it("pauses a step's own term where it pauses that of the case, and there only", () => {
    const timed = (terms: object): CaseState => {
      const state = anOpenCase(terms);
      return { ...state, tasks: state.tasks.map((task) => ({ ...task, dueAt: at('27 10:00') })) };
    };
    const stepDue = (terms: object) =>
      said(paid(demanded('26 09:00', timed(terms)).state, '27 09:00').tasks[0]?.dueAt ?? null);
    expect(stepDue({ paymentPausesTerm: true })).toBe('11-30 10:00');
    expect(stepDue({ paymentPausesTerm: false })).toBe('11-27 10:00');
  });

  it('leaves the clock running where the procedure says so', () => {
    const { state, facts } = demanded('26 09:00', anOpenCase({ paymentPausesTerm: false }));
    expect(due(state)).toEqual(['12-04 08:10', '12-02 14:58']);
    expect(facts.map(({ type }) => type)).toEqual(['feeDemanded']);
    expect(due(paid(state, '27 15:00'))).toEqual(['12-04 08:10', '12-02 14:58']);
  });

  it('cures no delay: after the due date the clock goes on (R11)', () => {
    const { state } = demanded('12-10 09:00');
    expect(due(state)).toEqual(['12-04 08:10', '12-02 14:58']);
    expect(due(paid(state, '12-11 09:00'))).toEqual(['12-04 08:10', '12-02 14:58']);
  });

  it('counts no more once a supplement has begun the term anew', () => {
    const before = paid(demanded('26 09:00', anOpenCase({ supplementPolicy: 'restart' })).state, '27 09:00');
    const items = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];
    const asked = requestSupplement(before, { officer: SPECIALIST, items }, CALENDARS, at('30 09:00')).state;
    const anew = completeSupplement(asked, { number: 1, completedAt: at('12-01 09:00') }, CALENDARS).state;
    // 56 working hours after Tuesday 09:00, the 8th off; 44 h 48 min of them promised.
    expect(due(anew)).toEqual(['12-11 09:00', '12-09 15:48']);
  });

  it('may arise twice, and is paid once each', () => {
    const twice = demanded('30 09:00', paid(demanded('26 09:00').state, '27 09:00')).state;
    expect(twice.feeDemands.map(({ number }) => number)).toEqual([1, 2]);
    expect(settled(anOpenCase(), at('26 09:00'), '27 09:00')).toBeUndefined();
  });

  it('is not paid by what was paid for an earlier one, such as before there was a case', () => {
    const { state } = demanded('30 09:00');
    expect(settled(state, at('26 09:00'), '12-01 09:00')).toBeUndefined();
    expect(settled(state, at('30 09:00'), '12-01 09:00')?.state.status).toBe('open');
  });

  it('that stays unpaid past its deadline is put before the leaders, and nothing ends by itself', () => {
    const { state } = demanded('26 09:00');
    const [unpaid] = watchedInstants(state, CALENDAR, WATCH);
    expect(unpaid).toMatchObject({ name: 'fee-unpaid/1', what: 'feeUnpaid' });
    expect(unpaid && latenessFacts(state, unpaid, at('12-11 09:00'))).toEqual([]);
    expect(unpaid && latenessFacts(state, unpaid, at('12-11 09:01'))).toMatchObject([
      { type: 'escalated', why: 'feeUnpaid', by: null },
    ]);
  });

  it('keeps nobody from withdrawing', () => {
    expect(factsOf(withdrawCase(demanded('26 09:00').state, 'Không còn nhu cầu', at('27 09:00')))).toEqual([
      'stepChanged',
      'withdrawn',
    ]);
  });
});
