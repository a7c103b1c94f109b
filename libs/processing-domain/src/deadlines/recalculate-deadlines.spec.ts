import { compileCalendar, parseCalendar } from '@motcua/legal-clock';
import {
  type CaseState,
  completeSupplement,
  extendDeadline,
  type NewCalendar,
  recalculateDeadlines,
  requestSupplement,
  stopCase,
} from '../index.js';
import {
  LIMITS,
  anOpenCase,
  at,
  CALENDAR,
  CALENDARS,
  factsOf,
  LEADER,
  said,
  SESSIONS,
  SPECIALIST,
} from '../testing/a-case.fixture.js';

const revision = (days: object): NewCalendar => ({
  atAcceptance: CALENDAR,
  before: CALENDAR,
  after: compileCalendar(
    parseCalendar({
      name: 'Lịch của spec, bản 2',
      timeZone: 'Asia/Ho_Chi_Minh',
      sessions: Object.fromEntries(
        ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, SESSIONS]),
      ),
      publishedYears: [2026],
      daysOff: [{ date: '2026-12-08', name: 'Ngày nghỉ của spec' }],
      ...days,
    }),
  ),
  revision: 2,
});

/** Monday 30 November is decreed a day off. */
const HOLIDAY = revision({
  daysOff: [
    { date: '2026-11-30', name: 'Nghỉ đột xuất' },
    { date: '2026-12-08', name: 'Ngày nghỉ của spec' },
  ],
});
/** Saturday 28 November is worked for a Monday. */
const SATURDAY = revision({ compensatoryDays: [{ date: '2026-11-28', replaces: '2026-12-14', name: 'Làm bù' }] });

const apply = (state: CaseState, calendar: NewCalendar, when: string) =>
  recalculateDeadlines(state, calendar, { reason: 'Quyết định số 1/QĐ-UBND', by: LEADER }, at(when));
const due = ({ due: { statutory, promised } }: CaseState): (string | null)[] => [said(statutory), said(promised)];
const asked = (state: CaseState, when: string): CaseState =>
  requestSupplement(
    state,
    { officer: SPECIALIST, items: [{ component: 'A', field: null, reason: 'x' }] },
    CALENDARS,
    at(when),
  ).state;

describe('a later revision of the calendar, applied to a running case (R5, R12)', () => {
  it('moves both due dates by the day that was taken, each from what it was, and leaves the original alone', () => {
    const { state, facts, kept } = apply(anOpenCase(), HOLIDAY, '26 09:00');
    expect(due(state)).toEqual(['12-07 08:10', '12-03 14:58']);
    expect([said(state.original.statutory), said(state.original.promised)]).toEqual(['12-04 08:10', '12-02 14:58']);
    expect(state.calendarRevision).toBe(2);
    expect(kept).toStrictEqual({});
    expect(facts).toEqual([
      {
        type: 'deadlineAdjusted',
        rule: 'R5',
        reason: 'Quyết định số 1/QĐ-UBND',
        by: LEADER,
        previous: anOpenCase().due,
        due: state.due,
      },
    ]);
  });

  it('moves them earlier where a day is worked instead, while that is still ahead', () => {
    expect(due(apply(anOpenCase(), SATURDAY, '26 09:00').state)).toEqual(['12-03 08:10', '12-01 14:58']);
  });

  it('dates nothing back: what would have passed by then stays, and says so', () => {
    const { state, kept } = apply(anOpenCase(), SATURDAY, '12-01 15:00');
    expect(due(state)).toEqual(['12-03 08:10', '12-02 14:58']);
    expect(kept).toEqual({ promised: 'wouldHavePassed' });
  });

  it('cures no delay: a date that has passed stays (R11)', () => {
    const { state, kept } = apply(anOpenCase(), HOLIDAY, '12-03 09:00');
    expect(due(state)).toEqual(['12-07 08:10', '12-02 14:58']);
    expect(kept).toEqual({ promised: 'alreadyPassed' });
  });

  it('says nothing where nothing moves, and the case counts on it from then on', () => {
    const later = revision({
      daysOff: [
        { date: '2026-12-08', name: 'Cũ' },
        { date: '2026-12-28', name: 'Mới' },
      ],
    });
    const { state, facts } = apply(anOpenCase(), later, '26 09:00');
    expect([facts, state.calendarRevision]).toEqual([[], 2]);
    expect(apply(anOpenCase(), later, '12-30 09:00').kept).toStrictEqual({});
  });

  it('takes a date for passed from its very instant on', () => {
    expect(apply(anOpenCase(), HOLIDAY, '12-02 14:58').kept).toEqual({ promised: 'alreadyPassed' });
    expect(apply(anOpenCase(), SATURDAY, '12-01 14:58').kept).toEqual({ promised: 'wouldHavePassed' });
  });

  it('leaves a clock that stands still standing, and every earlier supplement as it was', () => {
    const first = completeSupplement(
      asked(anOpenCase(), '26 09:00'),
      { number: 1, completedAt: at('26 10:00') },
      CALENDARS,
    );
    const twice = asked(first.state, '27 09:00');
    const { state } = apply(twice, HOLIDAY, '27 10:00');
    expect(state.supplements).toEqual([
      twice.supplements[0],
      { ...twice.supplements[1], deadlineAt: at('12-15 09:00') },
    ]);
    // With the Saturday the promise would have been due before the applicant was asked.
    expect(due(apply(asked(anOpenCase(), '12-02 09:00'), SATURDAY, '12-02 10:00').state)).toEqual([null, null]);
  });

  it.each<[string, string, NewCalendar, (string | null)[]]>([
    ['goes on where the new calendar would stop it', '12-04 09:00', HOLIDAY, ['12-04 08:10', '12-02 14:58']],
    ['stands where the new calendar would let it go on', '12-03 09:00', SATURDAY, [null, null]],
  ])('leaves a clock as it is: it %s', (_, when, calendar, dates) => {
    const { state, kept } = apply(asked(anOpenCase(), when), calendar, '12-07 09:00');
    expect([due(state), kept]).toEqual([dates, {}]);
  });

  it.each<[string, string, NewCalendar, object]>([
    ['that has passed', '12-11 09:00', HOLIDAY, { supplement: 'alreadyPassed' }],
    ['that would have passed', '12-10 09:00', SATURDAY, { supplement: 'wouldHavePassed' }],
  ])("leaves an awaited supplement's deadline %s, and says so", (_, now, calendar, why) => {
    const { state, facts, kept } = apply(asked(anOpenCase(), '26 09:00'), calendar, now);
    expect([said(state.supplements[0]?.deadlineAt ?? null), facts, kept]).toEqual(['12-11 09:00', [], why]);
  });

  it('moves the deadline of an awaited supplement, and the term goes on by the new calendar when it comes (R8, R9)', () => {
    const { state, facts } = apply(asked(anOpenCase(), '26 09:00'), HOLIDAY, '26 10:00');
    expect(due(state)).toEqual([null, null]);
    expect(facts).toMatchObject([
      { type: 'supplementDeadlineAdjusted', number: 1, previous: at('12-11 09:00'), deadlineAt: at('12-14 09:00') },
    ]);
    const calendars = { atAcceptance: CALENDAR, current: HOLIDAY.after };
    const given = completeSupplement(state, { number: 1, completedAt: at('27 15:00') }, calendars).state;
    // Without the holiday it would be 7 December 14:10.
    expect(due(given)).toEqual(['12-09 14:10', '12-07 08:58']);
  });

  it('leaves the date of an apology where it is, unless its day has become one off (R13)', () => {
    const extend = (to: string): CaseState =>
      extendDeadline(anOpenCase(), { officer: SPECIALIST, reason: 'x', newDueAt: at(to) }, LIMITS, at('26 09:00'))
        .state;
    expect(due(apply(extend('12-10 15:00'), HOLIDAY, '27 09:00').state)).toEqual(['12-07 08:10', '12-10 15:00']);
    const onTheTenth = revision({
      daysOff: [
        { date: '2026-12-08', name: 'a' },
        { date: '2026-12-10', name: 'b' },
      ],
    });
    expect(due(apply(extend('12-10 15:00'), onTheTenth, '27 09:00').state)[1]).toBe('12-11 17:00');
  });

  it('moves the term of an open step', () => {
    const state = anOpenCase();
    const timed = { ...state, tasks: state.tasks.map((task) => ({ ...task, dueAt: at('12-01 08:10') })) };
    expect(said(apply(timed, HOLIDAY, '26 09:00').state.tasks[0]?.dueAt ?? null)).toBe('12-02 08:10');
  });

  it("moves the slip's own dates by their working time where our own reckoning of them differs", () => {
    const slip = { statutory: at('12-04 10:00'), promised: at('12-03 10:00') };
    expect(due(apply({ ...anOpenCase(), original: slip, due: slip }, HOLIDAY, '26 09:00').state)).toEqual([
      '12-07 10:00',
      '12-04 10:00',
    ]);
  });

  it('does not touch a case that has ended', () => {
    const ended = stopCase(anOpenCase(), 'x', SPECIALIST, at('26 09:00')).state;
    const decided = apply(ended, HOLIDAY, '27 09:00');
    expect([decided.state, factsOf(decided)]).toEqual([ended, []]);
  });
});
