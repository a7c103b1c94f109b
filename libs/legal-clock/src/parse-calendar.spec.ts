import type { Refusal } from '@motcua/kernel';
import { calculateDeadline } from './calculate-deadline.js';
import { compileCalendar } from './calendar/compile-calendar.js';
import { epochDay } from './calendar/epoch-day.js';
import { parseCalendar } from './calendar/parse-calendar.js';
import { yearsUsed } from './calendar/years-used.js';
import { dueDates } from './deadline/due-dates.js';
import type { LegalClockRefusalCode } from './refusal-codes.js';
import { addWorkingTime, startOfTerm } from './working-time-api.js';

const GOOD = {
  name: 'Working calendar of Vietnam',
  timeZone: 'Asia/Ho_Chi_Minh',
  sessions: {
    monday: [
      ['07:00', '11:30'],
      ['13:30', '17:00'],
    ],
    saturday: [],
  },
  sameDayCutoff: '15:00',
  publishedYears: [2025, 2026],
  daysOff: [{ date: '2026-09-01', name: 'Quốc khánh' }],
  compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-31', name: 'Làm bù' }],
};

const pyongyang = (...publishedYears: number[]) => ({
  ...GOOD,
  daysOff: [],
  compensatoryDays: [],
  timeZone: 'Asia/Pyongyang',
  publishedYears,
});

function refusalOf(input: unknown): Refusal<LegalClockRefusalCode> {
  try {
    parseCalendar(input);
  } catch (error) {
    return error as Refusal<LegalClockRefusalCode>;
  }
  throw new Error('the calendar was accepted');
}

const faultsOf = (input: unknown): string[][] => refusalOf(input).faults.map(({ pointer, code }) => [pointer, code]);

describe('a working calendar', () => {
  it('is read as it is written, absent weekdays without sessions', () => {
    expect(parseCalendar(GOOD)).toEqual({
      ...GOOD,
      sessions: { ...GOOD.sessions, tuesday: [], wednesday: [], thursday: [], friday: [], sunday: [] },
    });
  });

  it('has empty lists and a cut-off at 15:00 where it says nothing', () => {
    expect(parseCalendar({ timeZone: 'UTC', sessions: { sunday: [['00:00', '23:59']] } })).toMatchObject({
      sameDayCutoff: '15:00',
      publishedYears: [],
      daysOff: [],
      compensatoryDays: [],
    });
  });

  it.each([
    [
      'sessions that touch',
      {
        sessions: {
          monday: [
            ['07:00', '09:00'],
            ['09:00', '11:00'],
          ],
        },
      },
    ],
    ['a zone that changed its offset before the years used', { timeZone: 'Asia/Almaty' }],
    [
      'a compensatory day that replaces a day off',
      { compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-31' }], daysOff: [{ date: '2026-08-31' }] },
    ],
    ['listed days far from the published years', { daysOff: [{ date: '1999-09-01' }] }],
    ['a calendar read back with its code and revision', { code: 'VN', revision: 3 }],
  ])('may have %s', (_title, change) => {
    expect(() => parseCalendar({ ...GOOD, ...change })).not.toThrow();
  });

  const refuses = (_title: string, change: object, pointer: string, code: string): void =>
    expect(faultsOf({ ...GOOD, ...change })).toEqual([[pointer, code]]);

  const monday = (...sessions: unknown[]) => ({ sessions: { ...GOOD.sessions, monday: sessions } });
  describe('with a fault in its sessions', () => {
    it.each<[string, object, string, string]>([
      [
        'sessions that overlap',
        monday(['07:00', '11:30'], ['11:29', '17:00']),
        '/sessions/monday/1',
        'CALENDAR.SESSIONS_OVERLAP',
      ],
      [
        'sessions out of order',
        monday(['13:30', '17:00'], ['07:00', '11:30']),
        '/sessions/monday/1',
        'CALENDAR.SESSIONS_OVERLAP',
      ],
      [
        'a reversed session',
        monday(['11:30', '07:00'], ['13:00', '14:00']),
        '/sessions/monday/0',
        'CALENDAR.SESSION_REVERSED',
      ],
      [
        'an empty session',
        monday(['07:00', '07:00'], ['13:00', '14:00']),
        '/sessions/monday/0',
        'CALENDAR.SESSION_REVERSED',
      ],
      ['24:00', monday(['13:30', '24:00']), '/sessions/monday/0/1', 'CALENDAR.TIME_INVALID'],
      ['a time without its zero', monday(['7:00', '11:00']), '/sessions/monday/0/0', 'CALENDAR.TIME_INVALID'],
      ['a time that is a number', monday([7, '11:00']), '/sessions/monday/0/0', 'CALENDAR.TIME_INVALID'],
      ['a session without a close', monday(['07:00']), '/sessions/monday/0', 'CALENDAR.SESSION_INVALID'],
      ['a weekday that is no list', { sessions: { monday: '07:00' } }, '/sessions/monday', 'CALENDAR.SESSIONS_INVALID'],
      [
        'a weekday that nobody knows',
        { sessions: { ...GOOD.sessions, Tuesday: [] } },
        '/sessions/Tuesday',
        'CALENDAR.WEEKDAY_UNKNOWN',
      ],
      ['sessions that are no table', { sessions: [], compensatoryDays: [] }, '/sessions', 'CALENDAR.SESSIONS_INVALID'],
      ['no session at all', { sessions: { monday: [] }, compensatoryDays: [] }, '/sessions', 'CALENDAR.NO_SESSIONS'],
      ['no table of sessions', { sessions: undefined, compensatoryDays: [] }, '/sessions', 'CALENDAR.NO_SESSIONS'],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its time zone', () => {
    it.each<[string, object, string, string]>([
      ['an unknown zone', { timeZone: 'Asia/Quang_Ngai' }, '/timeZone', 'CALENDAR.TIME_ZONE_UNKNOWN'],
      ['a fixed offset, which is no zone', { timeZone: '+07:00' }, '/timeZone', 'CALENDAR.TIME_ZONE_UNKNOWN'],
      ['a date for a zone', { timeZone: '2026-01-01T00:00Z' }, '/timeZone', 'CALENDAR.TIME_ZONE_UNKNOWN'],
      ['no zone', { timeZone: undefined }, '/timeZone', 'CALENDAR.TIME_ZONE_MISSING'],
      ['a zone with summer time', { timeZone: 'Europe/Paris' }, '/timeZone', 'CALENDAR.TIME_ZONE_CHANGES'],
      [
        'a zone whose offset changed in a year used',
        { timeZone: 'Asia/Almaty', publishedYears: [2024] },
        '/timeZone',
        'CALENDAR.TIME_ZONE_CHANGES',
      ],
      [
        'a zone with summer time when no year is named',
        { timeZone: 'Europe/Paris', publishedYears: [], daysOff: [], compensatoryDays: [] },
        '/timeZone',
        'CALENDAR.TIME_ZONE_CHANGES',
      ],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its days off and compensatory days', () => {
    it.each<[string, object, string, string]>([
      ['a date that does not exist', { daysOff: [{ date: '2026-02-30' }] }, '/daysOff/0/date', 'CALENDAR.DATE_INVALID'],
      ['a day off without a date', { daysOff: [{ name: 'Tết' }] }, '/daysOff/0/date', 'CALENDAR.DATE_MISSING'],
      [
        'a day off whose name is a number',
        { daysOff: [{ date: '2026-09-01', name: 7 }] },
        '/daysOff/0/name',
        'CALENDAR.NAME_INVALID',
      ],
      ['days off that are no list', { daysOff: {} }, '/daysOff', 'CALENDAR.LIST_INVALID'],
      [
        'a day off twice',
        { daysOff: [{ date: '2026-09-01' }, { date: '2026-09-01' }] },
        '/daysOff/1/date',
        'CALENDAR.DATE_TWICE',
      ],
      [
        'a compensatory day twice',
        { compensatoryDays: [...GOOD.compensatoryDays, ...GOOD.compensatoryDays] },
        '/compensatoryDays/1/date',
        'CALENDAR.DATE_TWICE',
      ],
      [
        'a date in both lists',
        { daysOff: [{ date: '2026-08-22' }] },
        '/compensatoryDays/0/date',
        'CALENDAR.DATE_IN_BOTH_LISTS',
      ],
      [
        'a swap onto itself',
        { compensatoryDays: [{ date: '2026-08-31', replaces: '2026-08-31' }] },
        '/compensatoryDays/0/replaces',
        'CALENDAR.SWAP_ONTO_ITSELF',
      ],
      [
        'a swap onto a weekday without sessions',
        { compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-30' }] },
        '/compensatoryDays/0/replaces',
        'CALENDAR.SWAP_WITHOUT_SESSIONS',
      ],
      [
        'a swap with nothing',
        { compensatoryDays: [{ date: '2026-08-22' }] },
        '/compensatoryDays/0/replaces',
        'CALENDAR.DATE_MISSING',
      ],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its other members', () => {
    it.each<[string, object, string, string]>([
      ['a malformed cut-off', { sameDayCutoff: '25:00' }, '/sameDayCutoff', 'CALENDAR.TIME_INVALID'],
      ['a year that is text', { publishedYears: [2025, '2026'] }, '/publishedYears/1', 'CALENDAR.YEAR_INVALID'],
      ['years that are no list', { publishedYears: 2026 }, '/publishedYears', 'CALENDAR.LIST_INVALID'],
      ['a name that is a number', { name: 7 }, '/name', 'CALENDAR.NAME_INVALID'],
      ['a misspelt member', { daysoff: [] }, '/daysoff', 'CALENDAR.MEMBER_UNKNOWN'],
    ])('is refused with %s', refuses);
  });

  it.each([[null], ['VN'], [[]], [undefined]])('is refused when it is %j', (input) => {
    expect(faultsOf(input)).toEqual([['', 'CALENDAR.BODY_INVALID']]);
  });

  it('is not told that two dates are the same because neither can be read', () => {
    expect(faultsOf({ ...GOOD, daysOff: [{ date: '2026-02-30' }, { date: '2026-02-31' }] })).toEqual([
      ['/daysOff/0/date', 'CALENDAR.DATE_INVALID'],
      ['/daysOff/1/date', 'CALENDAR.DATE_INVALID'],
    ]);
  });

  it('is refused with all its faults at once, each in both languages', () => {
    const refusal = refusalOf({
      timeZone: 'Nowhere/At_All',
      sessions: { monday: [['17:00', '07:00']] },
      sameDayCutoff: 'noon',
      daysOff: [{ date: '2026-13-01' }],
    });
    expect(refusal.code).toBe('CALENDAR.INVALID');
    expect(refusal.faults.map(({ pointer }) => pointer)).toEqual([
      '/sessions/monday/0',
      '/sameDayCutoff',
      '/daysOff/0/date',
      '/timeZone',
    ]);
    for (const { detail } of refusal.faults)
      expect(detail).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  });
});

describe('the time zone of a calendar', () => {
  // North Korea put its clocks back in August 2015 and forward again in May 2018.
  it.each([[2016], [2016, 2017], [2019]])(
    'may change its offset outside the years that the calendar uses: %j',
    (...years) => {
      expect(parseCalendar(pyongyang(...years)).timeZone).toBe('Asia/Pyongyang');
    },
  );

  it.each([[2015], [2018], [2016, 2018]])('keeps one offset in them: not in %j', (...years) => {
    expect(faultsOf(pyongyang(...years))).toEqual([['/timeZone', 'CALENDAR.TIME_ZONE_CHANGES']]);
  });
});

describe('a time zone that changes its offset at the very beginning of a year', () => {
  // Singapore put its clocks forward by half an hour when 1982 began.
  const singapore = (...publishedYears: number[]) => ({
    ...{ timeZone: 'Asia/Singapore', publishedYears },
    sessions: { thursday: [['08:00', '23:59']], friday: [['00:00', '23:00']] },
  });
  const calendar = (...years: number[]) => compileCalendar(parseCalendar(singapore(...years)));
  const CHANGE = Temporal.Instant.from('1981-12-31T16:00:00Z');

  it('is good for the year before and for the year after, and for both it is not', () => {
    for (const year of [1981, 1982]) expect(parseCalendar(singapore(year)).timeZone).toBe('Asia/Singapore');
    expect(faultsOf(singapore(1981, 1982))).toEqual([['/timeZone', 'CALENDAR.TIME_ZONE_CHANGES']]);
  });

  it('can be counted on until that instant before, and from that instant on after', () => {
    const hourBefore = CHANGE.subtract({ hours: 1 });
    expect(addWorkingTime(calendar(1981), hourBefore, 3_599_999)).toEqual(CHANGE.subtract({ milliseconds: 1 }));
    expect(() => addWorkingTime(calendar(1981), hourBefore, 3_600_000)).toThrow(
      expect.objectContaining({ code: 'DEADLINE.OUT_OF_RANGE' }),
    );
    expect(startOfTerm(calendar(1982), CHANGE)).toEqual(CHANGE);
  });

  it('refuses that instant before, and a moment less after, though the term would begin later', () => {
    expect(() => startOfTerm(calendar(1981), CHANGE)).toThrow(
      expect.objectContaining({ code: 'DEADLINE.OUT_OF_RANGE' }),
    );
    expect(() => startOfTerm(calendar(1982), CHANGE.subtract({ milliseconds: 1 }))).toThrow(
      expect.objectContaining({ code: 'DEADLINE.OUT_OF_RANGE' }),
    );
  });
});

describe('a calendar that is counted on', () => {
  it('is prepared once for as long as its definition lives', () => {
    const definition = parseCalendar(GOOD);
    expect(compileCalendar(definition)).toBe(compileCalendar(definition));
  });

  const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const always = compileCalendar(
    parseCalendar({
      timeZone: 'UTC',
      sessions: Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '23:59']]])),
      publishedYears: [2026],
    }),
  );

  it('has sessions', () => {
    const { definition } = always;
    const sessions = Object.fromEntries(WEEKDAYS.map((day) => [day, []])) as unknown as typeof definition.sessions;
    expect(() => compileCalendar({ ...definition, sessions })).toThrow(RangeError);
  });

  it('is good for the last instant that can be written', () => {
    const last = Temporal.Instant.fromEpochMilliseconds(8_640_000_000_000_000);
    expect(startOfTerm(always, last)).toEqual(last);
  });

  it('makes a due date provisional that is the first instant of a year which is not published', () => {
    const provisional = (acceptedAt: string) =>
      dueDates({
        calendar: always,
        acceptedAt: Temporal.Instant.from(acceptedAt),
        term: { amount: 1, unit: 'calendarDay' },
      }).provisional;
    expect(provisional('2026-12-30T23:58:59.999Z')).toBe(false);
    expect(provisional('2026-12-31T00:00:00Z')).toBe(true);
  });

  it('speaks of the years from 2026 to 2036 where it names none', () => {
    expect(yearsUsed([])).toEqual({ first: 2026, last: 2036 });
    expect(yearsUsed([2027, 2025, 2026])).toEqual({ first: 2025, last: 2027 });
  });

  it('may publish any year that a date can be written of', () => {
    const of = (year: number) => ({
      ...GOOD,
      timeZone: 'UTC',
      daysOff: [],
      compensatoryDays: [],
      publishedYears: [year],
    });
    for (const year of [1, 9999]) expect(parseCalendar(of(year)).publishedYears).toEqual([year]);
    for (const year of [0, 10_000, 2026.5]) expect(refusalOf(of(year)).code).toBe('CALENDAR.INVALID');
  });

  it.each([
    ['dueDates', dueDates],
    ['calculateDeadline', calculateDeadline],
  ])('refuses what the product itself asks wrongly, with every fault (%s)', (_, count) => {
    const wrong = {
      ...{ calendar: always, acceptedAt: Temporal.Instant.from('2026-12-30T08:00:00Z') },
      ...{ term: { amount: 0, unit: 'workingDay' as const }, reductionBasisPoints: 10_000 },
      supplementPolicy: 'never' as 'pause',
    };
    expect(() => count(wrong)).toThrow(
      expect.objectContaining({
        code: 'DEADLINE.INVALID',
        faults: ['/term/amount', '/reductionBasisPoints', '/supplementPolicy'].map(
          (pointer) => expect.objectContaining({ pointer }) as object,
        ),
      }),
    );
  });

  it('is told of sessions that overlap also where one before them cannot be read', () => {
    const monday = [
      ['07:00', 'x'],
      ['09:00', '11:00'],
      ['10:00', '12:00'],
    ];
    expect(faultsOf({ ...GOOD, sessions: { monday } })).toEqual([
      ['/sessions/monday/0/1', 'CALENDAR.TIME_INVALID'],
      ['/sessions/monday/2', 'CALENDAR.SESSIONS_OVERLAP'],
    ]);
  });
});

describe('a date of a calendar', () => {
  it.each<[unknown, number | undefined]>([
    ['1970-01-01', 0],
    ['2026-08-17', 20_682],
    ['2026-02-30', undefined],
    ['2026-8-17', undefined],
    ['2026-08-17T00:00', undefined],
    ['17/08/2026', undefined],
    ['', undefined],
    [20_682, undefined],
    [['2026-08-17'], undefined],
    // What cannot be made a text of.
    [{ toString: 1 }, undefined],
    [undefined, undefined],
  ])('written %j is day %j', (text, day) => expect(epochDay(text)).toBe(day));
});
