import type { Refusal } from '@motcua/kernel';
import { compileCalendar } from './calendar/compile-calendar.js';
import { dueDates, dueTimes } from './deadline/due-dates.js';
import { parseDeadlineRequest } from './deadline/parse-deadline-request.js';
import type { LegalClockRefusalCode } from './refusal-codes.js';
import { VIETNAM_CALENDAR } from './testing/vietnam.fixture.js';

const GOOD = {
  calendar: 'VN',
  acceptedAt: '2026-08-21T16:20:00+07:00',
  term: { amount: 3, unit: 'workingDay' },
};

function faultsOf(run: () => unknown): string[][] {
  try {
    run();
  } catch (error) {
    expect((error as Refusal<LegalClockRefusalCode>).code).toBe('DEADLINE.INVALID');
    return (error as Refusal<LegalClockRefusalCode>).faults.map(({ pointer, code }) => [pointer, code]);
  }
  throw new Error('the request was accepted');
}

const supplements = (...list: [requestedAt: unknown, completedAt?: unknown][]) => ({
  supplements: list.map(([requestedAt, completedAt]) => ({ requestedAt, completedAt })),
});
const T = (time: string): string => `2026-08-${time}+07:00`;

describe('a request for a deadline', () => {
  it('has no reduction, pauses and no supplements where it says nothing', () => {
    expect(parseDeadlineRequest(GOOD)).toMatchObject({
      reductionBasisPoints: 0,
      supplementPolicy: 'pause',
      supplements: [],
    });
  });

  it.each([
    '2026-08-21T09:20Z',
    '2026-08-21T16:20:00.5+07:00',
    '2026-08-21T16:20:00.500000+07:00',
    '2026-08-21T16:20:00+0700',
  ])('may be accepted at %s', (acceptedAt) => {
    expect(() => parseDeadlineRequest({ ...GOOD, acceptedAt })).not.toThrow();
  });

  it.each<[string, object]>([
    ['the longest terms', { term: { amount: 3650, unit: 'calendarDay' } }],
    ['29,200 hours', { term: { amount: 29_200, unit: 'workingHour' } }],
    ['120 months', { term: { amount: 120, unit: 'month' } }],
    ['supplements that touch', supplements([T('22T08:00'), T('22T09:00')], [T('22T09:00'), T('22T09:00')])],
    ['a supplement requested at the acceptance', supplements([T('21T16:20')])],
    ['an open supplement written null', supplements([T('22T08:00'), null])],
    [
      'as many supplements as any case has',
      supplements(...Array.from({ length: 200 }, (): [string, string] => [T('22T08:00'), T('22T08:00')])),
    ],
    ['the greatest reduction', { reductionBasisPoints: 9999 }],
  ])('may have %s', (_title, change) => {
    expect(() => parseDeadlineRequest({ ...GOOD, ...change })).not.toThrow();
  });

  const refuses = (_title: string, change: object, pointer: string, code: string): void =>
    expect(faultsOf(() => parseDeadlineRequest({ ...GOOD, ...change }))).toEqual([[pointer, code]]);

  describe('with a fault in its calendar and time', () => {
    it.each<[string, object, string, string]>([
      ['no calendar', { calendar: undefined }, '/calendar', 'DEADLINE.CALENDAR_MISSING'],
      ['a calendar that is no code', { calendar: 7 }, '/calendar', 'DEADLINE.CALENDAR_INVALID'],
      ['no time of acceptance', { acceptedAt: undefined }, '/acceptedAt', 'DEADLINE.TIME_MISSING'],
      [
        'a time without an offset',
        { acceptedAt: '2026-08-21T16:20:00' },
        '/acceptedAt',
        'DEADLINE.TIME_WITHOUT_OFFSET',
      ],
      [
        'a time finer than a millisecond',
        { acceptedAt: '2026-08-21T16:20:00.0001Z' },
        '/acceptedAt',
        'DEADLINE.TIME_TOO_FINE',
      ],
      ['a date that does not exist', { acceptedAt: '2026-02-30T16:20:00Z' }, '/acceptedAt', 'DEADLINE.TIME_INVALID'],
      ['the hour 24', { acceptedAt: '2026-08-21T24:00:00Z' }, '/acceptedAt', 'DEADLINE.TIME_INVALID'],
      ['a leap second', { acceptedAt: '2026-08-21T23:59:60Z' }, '/acceptedAt', 'DEADLINE.TIME_INVALID'],
      ['a date alone', { acceptedAt: '2026-08-21' }, '/acceptedAt', 'DEADLINE.TIME_INVALID'],
      ['a number for a time', { acceptedAt: 1_787_304_000_000 }, '/acceptedAt', 'DEADLINE.TIME_INVALID'],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its term', () => {
    it.each<[string, object, string, string]>([
      [
        'a term with a member that nobody knows',
        { term: { amount: 3, unit: 'workingDay', reduction: 20 } },
        '/term/reduction',
        'DEADLINE.MEMBER_UNKNOWN',
      ],
      ['no term', { term: undefined }, '/term', 'DEADLINE.TERM_MISSING'],
      ['a term that is text', { term: '3wd' }, '/term', 'DEADLINE.TERM_INVALID'],
      ['an unknown unit', { term: { amount: 3, unit: 'week' } }, '/term/unit', 'DEADLINE.UNIT_UNKNOWN'],
      ['no unit', { term: { amount: 3 } }, '/term/unit', 'DEADLINE.UNIT_MISSING'],
      ['an amount of 0', { term: { amount: 0, unit: 'month' } }, '/term/amount', 'DEADLINE.AMOUNT_INVALID'],
      ['a negative amount', { term: { amount: -1, unit: 'month' } }, '/term/amount', 'DEADLINE.AMOUNT_INVALID'],
      ['a fractional amount', { term: { amount: 1.5, unit: 'workingDay' } }, '/term/amount', 'DEADLINE.AMOUNT_INVALID'],
      [
        'an amount that is text',
        { term: { amount: '3', unit: 'workingDay' } },
        '/term/amount',
        'DEADLINE.AMOUNT_INVALID',
      ],
      ['no amount', { term: { unit: 'workingDay' } }, '/term/amount', 'DEADLINE.AMOUNT_MISSING'],
      [
        'an amount for the same day',
        { term: { amount: 1, unit: 'sameDay' } },
        '/term/amount',
        'DEADLINE.AMOUNT_NOT_ALLOWED',
      ],
      ['3,651 working days', { term: { amount: 3651, unit: 'workingDay' } }, '/term/amount', 'DEADLINE.TERM_TOO_LONG'],
      [
        '3,651 calendar days',
        { term: { amount: 3651, unit: 'calendarDay' } },
        '/term/amount',
        'DEADLINE.TERM_TOO_LONG',
      ],
      ['29,201 hours', { term: { amount: 29_201, unit: 'workingHour' } }, '/term/amount', 'DEADLINE.TERM_TOO_LONG'],
      ['121 months', { term: { amount: 121, unit: 'month' } }, '/term/amount', 'DEADLINE.TERM_TOO_LONG'],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its supplements', () => {
    it.each<[string, object, string, string]>([
      [
        'more supplements than any case has, whose own faults are not told',
        { supplements: Array.from({ length: 201 }, () => ({})) },
        '/supplements',
        'DEADLINE.SUPPLEMENTS_TOO_MANY',
      ],
      ['supplements that are no list', { supplements: {} }, '/supplements', 'DEADLINE.SUPPLEMENTS_INVALID'],
      ['a supplement that is no object', { supplements: ['x'] }, '/supplements/0', 'DEADLINE.SUPPLEMENT_INVALID'],
      [
        'a supplement never requested',
        supplements([undefined, T('22T08:00')]),
        '/supplements/0/requestedAt',
        'DEADLINE.TIME_MISSING',
      ],
      [
        'a supplement before the acceptance',
        supplements([T('21T16:19'), T('22T08:00')]),
        '/supplements/0/requestedAt',
        'DEADLINE.SUPPLEMENT_BEFORE_ACCEPTANCE',
      ],
      [
        'a supplement that ends before it begins',
        supplements([T('22T08:00'), T('22T07:59')]),
        '/supplements/0/completedAt',
        'DEADLINE.SUPPLEMENT_REVERSED',
      ],
      [
        'supplements that overlap',
        supplements([T('22T08:00'), T('22T09:00')], [T('22T08:59'), T('22T10:00')]),
        '/supplements/1/requestedAt',
        'DEADLINE.SUPPLEMENTS_OVERLAP',
      ],
      [
        'an open supplement that is not the last',
        supplements([T('22T08:00')], [T('22T09:00'), T('22T10:00')]),
        '/supplements/0/completedAt',
        'DEADLINE.SUPPLEMENT_OPEN',
      ],
      [
        'a completion that cannot be read',
        supplements([T('22T08:00'), 'later'], [T('22T09:00'), T('22T10:00')]),
        '/supplements/0/completedAt',
        'DEADLINE.TIME_INVALID',
      ],
      [
        'a misspelt member of a supplement',
        { supplements: [{ requestedAt: T('22T08:00'), completed: T('22T09:00') }] },
        '/supplements/0/completed',
        'DEADLINE.MEMBER_UNKNOWN',
      ],
      [
        'a supplement that is no object before another',
        { supplements: ['x', { requestedAt: T('22T08:00') }] },
        '/supplements/0',
        'DEADLINE.SUPPLEMENT_INVALID',
      ],
    ])('is refused with %s', refuses);
  });

  describe('with a fault in its other members', () => {
    it.each<[string, object, string, string]>([
      [
        'a reduction of everything',
        { reductionBasisPoints: 10_000 },
        '/reductionBasisPoints',
        'DEADLINE.REDUCTION_INVALID',
      ],
      ['a negative reduction', { reductionBasisPoints: -1 }, '/reductionBasisPoints', 'DEADLINE.REDUCTION_INVALID'],
      ['a fractional reduction', { reductionBasisPoints: 0.2 }, '/reductionBasisPoints', 'DEADLINE.REDUCTION_INVALID'],
      ['an unknown policy', { supplementPolicy: 'ignore' }, '/supplementPolicy', 'DEADLINE.POLICY_UNKNOWN'],
      ['a misspelt member', { reduction: 2000 }, '/reduction', 'DEADLINE.MEMBER_UNKNOWN'],
    ])('is refused with %s', refuses);
  });

  it.each([[null], [[]], ['x']])('is refused when it is %j', (input) => {
    expect(faultsOf(() => parseDeadlineRequest(input))).toEqual([['', 'DEADLINE.BODY_INVALID']]);
  });

  it('is refused with all its faults at once', () => {
    const faults = faultsOf(() =>
      parseDeadlineRequest({ acceptedAt: 'now', term: { amount: 0, unit: 'year' }, reductionBasisPoints: '20%' }),
    );
    expect(faults.map(([pointer]) => pointer)).toEqual([
      '/calendar',
      '/acceptedAt',
      '/term/unit',
      '/term/amount',
      '/reductionBasisPoints',
    ]);
  });

  it('is held to the same limits when it comes from within the product', () => {
    const acceptedAt = Temporal.Instant.from(GOOD.acceptedAt);
    const calendar = compileCalendar(VIETNAM_CALENDAR);
    const before = acceptedAt.subtract({ seconds: 1 });
    const bad = { calendar, term: { amount: 0, unit: 'month' } } as const;
    const [accepted, requested] = [acceptedAt.epochMilliseconds, before.epochMilliseconds];
    for (const run of [
      () => dueDates({ ...bad, acceptedAt, supplements: [{ requestedAt: before }] }),
      () => dueTimes({ ...bad, acceptedAt: accepted, supplements: [{ requestedAt: requested }] }),
    ])
      expect(faultsOf(run)).toEqual([
        ['/term/amount', 'DEADLINE.AMOUNT_INVALID'],
        ['/supplements/0/requestedAt', 'DEADLINE.SUPPLEMENT_BEFORE_ACCEPTANCE'],
      ]);
  });
});
