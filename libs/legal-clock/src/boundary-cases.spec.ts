import { calculateDeadline } from './calculate-deadline.js';
import { compileCalendar } from './calendar/compile-calendar.js';
import { parseCalendar } from './calendar/parse-calendar.js';
import { dueDates } from './deadline/due-dates.js';
import { parseDeadlineRequest } from './deadline/parse-deadline-request.js';
import { receptionDue } from './deadline/reception-due.js';
import { deadlineView } from './deadline-view.js';
import { VIETNAM_CALENDAR } from './testing/vietnam.fixture.js';
import { addWorkingTime, startOfTerm, workingTime, workingTimeBefore } from './working-time-api.js';

const VIETNAM = compileCalendar(VIETNAM_CALENDAR);
const HOUR = 3_600_000;

/** An instant from a Vietnamese wall time such as `2026-08-21 16:20`. */
const at = (wallTime: string): Temporal.Instant => Temporal.Instant.from(`${wallTime.replace(' ', 'T')}+07:00`);
const wall = (instant: Temporal.Instant | null): string | undefined =>
  instant?.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString().replace('T', ' ').replace(/:00$/, '');

const due = (request: object, calendar = VIETNAM) =>
  dueDates({ ...parseDeadlineRequest({ calendar: 'VN', ...request }), calendar });
const days = (amount: number) => ({ amount, unit: 'workingDay' });

describe('a term in working units', () => {
  it.each([
    ['ends at a close, not at the next opening', '2026-08-17 07:00', days(1), '2026-08-17 17:00'],
    ['ends at the close before lunch', '2026-08-17 07:00', { amount: 4, unit: 'workingHour' }, '2026-08-17 11:00'],
    ['runs over the lunch break', '2026-08-17 11:00', { amount: 1, unit: 'workingHour' }, '2026-08-17 14:00'],
    [
      'starts after the lunch break when accepted at its beginning',
      '2026-08-17 11:30',
      { amount: 1, unit: 'workingHour' },
      '2026-08-17 14:30',
    ],
    ['starts the next working day when accepted after closing time', '2026-08-17 18:00', days(1), '2026-08-18 17:00'],
    ['starts at the opening when accepted at night', '2026-08-17 03:00', days(1), '2026-08-17 17:00'],
    ['counts a compensatory Saturday', '2026-08-21 16:00', days(1), '2026-08-22 16:00'],
    ['does not count an ordinary Saturday', '2026-08-14 16:00', days(1), '2026-08-17 16:00'],
    ['counts neither the swapped Monday nor National Day', '2026-08-28 07:00', days(2), '2026-09-03 17:00'],
    ['runs over Tet', '2026-02-13 07:00', days(2), '2026-02-23 17:00'],
    [
      'runs over the new year, a swapped Friday and its compensatory Saturday',
      '2025-12-31 07:00',
      days(7),
      '2026-01-10 17:00',
    ],
    ['keeps seconds and milliseconds', '2026-08-17 08:00:07.250', days(1), '2026-08-18 08:00:07.25'],
  ])('%s', (_title, acceptedAt, term, expected) => {
    expect(wall(due({ acceptedAt: at(acceptedAt).toString(), term }).statutoryDueAt)).toBe(expected);
  });

  it('is promised for when the law has it where nothing is reduced, however long it is', () => {
    const { statutoryDueAt, promisedDueAt } = due({
      acceptedAt: at('2026-08-17 08:00').toString(),
      term: { amount: 10_000, unit: 'workingHour' },
    });
    expect(promisedDueAt).toEqual(statutoryDueAt);
    const unsaid = dueDates({
      calendar: VIETNAM,
      acceptedAt: at('2026-08-17 08:00'),
      term: { amount: 3, unit: 'workingDay' },
    });
    expect(wall(unsaid.promisedDueAt)).toBe('2026-08-20 08:00');
  });

  it('counts 8 hours to the day where the agency works 4', () => {
    const half = compileCalendar(
      parseCalendar({ timeZone: 'Asia/Ho_Chi_Minh', sessions: { monday: [['08:00', '12:00']] } }),
    );
    expect(wall(due({ acceptedAt: at('2026-08-17 08:00').toString(), term: days(1) }, half).statutoryDueAt)).toBe(
      '2026-08-24 12:00',
    );
  });
});

describe('a term in calendar units', () => {
  it.each([
    ['ends at the same wall time', '2026-08-17 09:30', { amount: 2, unit: 'calendarDay' }, '2026-08-19 09:30'],
    [
      'that ends on a Sunday moves to the close of Monday',
      '2026-08-13 09:30',
      { amount: 3, unit: 'calendarDay' },
      '2026-08-17 17:00',
    ],
    [
      'that ends on National Day moves to the close of the day after the holidays',
      '2026-08-26 09:30',
      { amount: 6, unit: 'calendarDay' },
      '2026-09-03 17:00',
    ],
    [
      'that ends on a compensatory Saturday ends there',
      '2026-08-20 09:30',
      { amount: 2, unit: 'calendarDay' },
      '2026-08-22 09:30',
    ],
    [
      'clamps 31 January to 28 February, which is a Saturday in 2026',
      '2026-01-30 10:00',
      { amount: 1, unit: 'month' },
      '2026-03-02 17:00',
    ],
    ['keeps 29 February in a leap year', '2024-01-31 10:00', { amount: 1, unit: 'month' }, '2024-02-29 10:00'],
    [
      'clamps once, from the start, over many months',
      '2025-10-31 10:00',
      { amount: 8, unit: 'month' },
      '2026-06-30 10:00',
    ],
    [
      'counts from the next opening when accepted on a Sunday',
      '2026-08-16 10:00',
      { amount: 1, unit: 'calendarDay' },
      '2026-08-18 07:00',
    ],
  ])('%s', (_title, acceptedAt, term, expected) => {
    expect(wall(due({ acceptedAt: at(acceptedAt).toString(), term }).statutoryDueAt)).toBe(expected);
  });

  it('that ends exactly at the close before lunch stays there, and a millisecond later waits for the afternoon', () => {
    const calendar = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: {
          monday: [['08:00', '17:00']],
          tuesday: [
            ['07:00', '11:30'],
            ['13:30', '17:00'],
          ],
        },
      }),
    );
    const dueFrom = (acceptedAt: string) =>
      wall(
        due({ acceptedAt: at(acceptedAt).toString(), term: { amount: 1, unit: 'calendarDay' } }, calendar)
          .statutoryDueAt,
      );
    expect(dueFrom('2026-08-17 11:30')).toBe('2026-08-18 11:30');
    expect(dueFrom('2026-08-17 11:30:00.001')).toBe('2026-08-18 13:30');
  });

  it('settles back to the close of a day that closes earlier than the one it started on', () => {
    const calendar = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: { monday: [['08:00', '17:00']], tuesday: [['08:00', '11:00']] },
      }),
    );
    const request = { acceptedAt: at('2026-08-17 16:00').toString(), term: { amount: 1, unit: 'calendarDay' } };
    expect(wall(due(request, calendar).statutoryDueAt)).toBe('2026-08-18 11:00');
  });

  it('settles forward to the opening of a day that opens later', () => {
    const calendar = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: { monday: [['08:00', '17:00']], tuesday: [['10:00', '11:00']] },
      }),
    );
    const request = { acceptedAt: at('2026-08-17 08:30').toString(), term: { amount: 1, unit: 'calendarDay' } };
    expect(wall(due(request, calendar).statutoryDueAt)).toBe('2026-08-18 10:00');
  });
});

describe('a same-day term (R7)', () => {
  it.each([
    ['accepted before the opening is due the same day', '2026-08-17 05:00', '2026-08-17 17:00'],
    ['accepted at 15:00 is due the same day', '2026-08-17 15:00', '2026-08-17 17:00'],
    ['accepted a millisecond later is due the next working day', '2026-08-17 15:00:00.001', '2026-08-18 17:00'],
    [
      'accepted after closing on a Friday before a compensatory Saturday is due that Saturday',
      '2026-08-21 18:00',
      '2026-08-22 17:00',
    ],
    ['accepted on a Sunday after the cut-off is due on Monday', '2026-08-16 23:00', '2026-08-17 17:00'],
  ])('%s', (_title, acceptedAt, expected) => {
    expect(wall(due({ acceptedAt: at(acceptedAt).toString(), term: { unit: 'sameDay' } }).statutoryDueAt)).toBe(
      expected,
    );
  });

  it('accepted after closing but before the cut-off is due the next working day', () => {
    const mornings = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: { monday: [['07:00', '11:30']], wednesday: [['07:00', '11:30']] },
      }),
    );
    const request = { acceptedAt: at('2026-08-17 14:00').toString(), term: { unit: 'sameDay' } };
    expect(wall(due(request, mornings).statutoryDueAt)).toBe('2026-08-19 11:30');
  });

  it('is never reduced', () => {
    const { statutoryDueAt, promisedDueAt } = due({
      acceptedAt: at('2026-08-17 08:00').toString(),
      term: { unit: 'sameDay' },
      reductionBasisPoints: 9999,
    });
    expect(promisedDueAt?.equals(statutoryDueAt as Temporal.Instant)).toBe(true);
  });
});

describe('supplements (R8)', () => {
  const supplement = (requested: string, completed?: string) => ({
    requestedAt: at(requested).toString(),
    ...(completed ? { completedAt: at(completed).toString() } : {}),
  });

  it('a pause over a holiday gives back only the working time that was lost', () => {
    const answer = due({
      acceptedAt: at('2026-08-27 07:00').toString(),
      term: days(3),
      supplements: [supplement('2026-08-28 07:00', '2026-09-03 13:30')],
    });
    expect(wall(answer.statutoryDueAt)).toBe('2026-09-07 11:30');
  });

  it('two pauses that touch are one', () => {
    const request = { acceptedAt: at('2026-08-17 08:00').toString(), term: days(5), reductionBasisPoints: 2000 };
    const two = due({
      ...request,
      supplements: [
        supplement('2026-08-18 08:00', '2026-08-19 10:00'),
        supplement('2026-08-19 10:00', '2026-08-20 09:15'),
      ],
    });
    const one = due({ ...request, supplements: [supplement('2026-08-18 08:00', '2026-08-20 09:15')] });
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it('a request at the very due date changes nothing, and stays running while open', () => {
    const request = { acceptedAt: at('2026-08-17 08:00').toString(), term: days(1) };
    const open = due({ ...request, supplements: [supplement('2026-08-18 08:00')] });
    expect(open.state).toBe('running');
    expect(wall(open.statutoryDueAt)).toBe('2026-08-18 08:00');
  });

  it('a restart that is requested at the very due date changes nothing', () => {
    const answer = due({
      acceptedAt: at('2026-08-17 08:00').toString(),
      term: days(1),
      supplementPolicy: 'restart',
      supplements: [supplement('2026-08-18 08:00', '2026-08-19 08:00')],
    });
    expect(wall(answer.statutoryDueAt)).toBe('2026-08-18 08:00');
  });

  it('that came too late says so in both languages', () => {
    const { steps } = calculateDeadline({
      ...parseDeadlineRequest({
        calendar: 'VN',
        acceptedAt: at('2026-08-17 08:00').toString(),
        term: days(1),
        supplements: [supplement('2026-08-18 09:00', '2026-08-18 10:00')],
      }),
      calendar: VIETNAM,
    });
    expect(steps.map(({ rule }) => rule)).toEqual(['R3', 'R4', 'R8']);
    expect(steps[2]?.explanation).toEqual({
      vi: 'Bổ sung hồ sơ từ 09:00 thứ Ba 18/08/2026 đến 10:00 thứ Ba 18/08/2026: khi yêu cầu đã đến hạn (08:00 thứ Ba 18/08/2026) nên hạn không đổi; việc bổ sung không làm thay đổi tình trạng quá hạn.',
      en: 'Supplement from 09:00 on Tuesday 18 August 2026 to 10:00 on Tuesday 18 August 2026: requested when it was already due (08:00 on Tuesday 18 August 2026), so nothing changes; a supplement never cures a delay.',
    });
  });

  it('an open request a millisecond before the due date pauses both tracks', () => {
    const open = due({
      acceptedAt: at('2026-08-17 08:00').toString(),
      term: days(1),
      supplements: [supplement('2026-08-18 07:59:59.999')],
    });
    expect(open).toMatchObject({ state: 'paused', statutoryDueAt: null, promisedDueAt: null });
  });

  it('a restart in calendar units never gives an earlier due date', () => {
    const calendar = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: { monday: [['08:00', '17:00']], wednesday: [['08:00', '17:00']] },
      }),
    );
    const restarted = due(
      {
        acceptedAt: at('2026-08-17 08:00').toString(),
        term: { amount: 5, unit: 'calendarDay' },
        supplementPolicy: 'restart',
        supplements: [supplement('2026-08-18 09:00', '2026-08-18 10:00')],
      },
      calendar,
    );
    // Saturday 22 settles on Monday 24 at 17:00; from Wednesday 19 at 08:00 five days are Monday 24 at 08:00.
    expect(wall(restarted.statutoryDueAt)).toBe('2026-08-24 17:00');
  });

  it('a restart discards what was counted, and says so', () => {
    const deadline = calculateDeadline({
      ...parseDeadlineRequest({
        calendar: 'VN',
        acceptedAt: at('2026-08-21 16:20').toString(),
        term: days(3),
        supplementPolicy: 'restart',
        supplements: [supplement('2026-08-24 09:00', '2026-08-25 10:30')],
      }),
      calendar: VIETNAM,
    });
    const counted = deadline.steps.filter(({ workingMinutes }) => workingMinutes !== undefined);
    expect(counted.map(({ rule, workingMinutes, discarded }) => [rule, workingMinutes, discarded])).toEqual([
      ['R4', 640, true],
      ['R4', 1440, undefined],
    ]);
  });
});

describe('provisional', () => {
  it.each([
    ['is false while all years are published', '2026-08-17 08:00', 3, false],
    ['is true when the term ends in a year that is not', '2026-12-31 08:00', 3, true],
    ['is true when it begins in one', '2022-12-30 08:00', 3, true],
    ['is false from the first moment of a published year on', '2023-01-01 00:00', 3, false],
  ])('%s', (_title, acceptedAt, amount, expected) => {
    expect(due({ acceptedAt: at(acceptedAt).toString(), term: days(amount) }).provisional).toBe(expected);
  });

  it.each([[[2025, 2026]], [[2026, 2025]]])(
    'is false over the new year where both years are published: %j',
    (publishedYears) => {
      const calendar = compileCalendar({ ...VIETNAM.definition, publishedYears });
      expect(due({ acceptedAt: at('2025-12-31 08:00').toString(), term: days(3) }, calendar).provisional).toBe(false);
    },
  );

  it('looks only as far as the open request while paused', () => {
    const request = { acceptedAt: at('2026-12-30 08:00').toString(), term: days(10) };
    expect(due({ ...request, supplements: [{ requestedAt: at('2026-12-31 08:00').toString() }] }).provisional).toBe(
      false,
    );
    expect(due({ ...request, supplements: [{ requestedAt: at('2027-01-04 08:00').toString() }] }).provisional).toBe(
      true,
    );
  });
});

describe('a holiday that is decreed after the acceptance', () => {
  it('moves a due date that is worked out anew, by the day that it takes', () => {
    const request = { acceptedAt: at('2026-11-20 09:00').toString(), term: days(3) };
    const decreed = compileCalendar({
      ...VIETNAM.definition,
      daysOff: [...VIETNAM.definition.daysOff.filter(({ date }) => date !== '2026-11-24'), { date: '2026-11-24' }],
    });
    const before = compileCalendar({
      ...VIETNAM.definition,
      daysOff: VIETNAM.definition.daysOff.filter(({ date }) => date !== '2026-11-24'),
    });
    expect(wall(due(request, before).statutoryDueAt)).toBe('2026-11-25 09:00');
    expect(wall(due(request, decreed).statutoryDueAt)).toBe('2026-11-26 09:00');
  });
});

describe('working time', () => {
  it('gives an online dossier 8 working hours to be received (R6)', () => {
    expect(wall(receptionDue(VIETNAM, at('2026-08-21 16:00')))).toBe('2026-08-22 16:00');
    expect(wall(receptionDue(VIETNAM, at('2026-08-28 22:00')))).toBe('2026-09-03 17:00');
  });

  it('is counted between instants in either order', () => {
    expect(workingTime(VIETNAM, at('2026-08-28 16:00'), at('2026-09-03 08:00'))).toBe(2 * HOUR);
    expect(workingTime(VIETNAM, at('2026-09-03 08:00'), at('2026-08-28 16:00'))).toBe(0);
  });

  it('that is added stops at a close, and 0 of it moves nothing', () => {
    expect(wall(addWorkingTime(VIETNAM, at('2026-08-28 16:00'), HOUR))).toBe('2026-08-28 17:00');
    expect(wall(addWorkingTime(VIETNAM, at('2026-08-29 16:00'), 0))).toBe('2026-08-29 16:00');
    expect(() => addWorkingTime(VIETNAM, at('2026-08-28 16:00'), -1)).toThrow(RangeError);
  });

  it('that is taken away ends at a close, and 0 of it moves nothing', () => {
    expect(wall(workingTimeBefore(VIETNAM, at('2026-08-17 08:00'), 2 * HOUR))).toBe('2026-08-14 16:00');
    expect(wall(workingTimeBefore(VIETNAM, at('2026-08-17 07:00'), 1))).toBe('2026-08-14 16:59:59.999');
    expect(wall(workingTimeBefore(VIETNAM, at('2026-08-16 12:00'), 0))).toBe('2026-08-16 12:00');
  });

  it('starts at the next opening from a close on (R3)', () => {
    expect(wall(startOfTerm(VIETNAM, at('2026-08-28 16:59:59.999')))).toBe('2026-08-28 16:59:59.999');
    expect(wall(startOfTerm(VIETNAM, at('2026-08-28 17:00')))).toBe('2026-09-03 07:00');
  });

  it('is found in 33,600 years as in a day where a week works one minute', () => {
    const minute = compileCalendar(parseCalendar({ timeZone: 'UTC', sessions: { monday: [['00:00', '00:01']] } }));
    const answer = due({ acceptedAt: '2026-08-17T00:00:00Z', term: { amount: 29_200, unit: 'workingHour' } }, minute);
    const weeks = 29_200 * 60 - 1;
    expect(answer.statutoryDueAt?.toString()).toBe(
      at('2026-08-17 07:01')
        .add({ hours: weeks * 168 })
        .toString(),
    );
  });

  it('is counted between days off that are listed ten thousand years apart', () => {
    const remote = compileCalendar(
      parseCalendar({
        timeZone: 'UTC',
        sessions: { monday: [['08:00', '16:00']], tuesday: [['08:00', '16:00']] },
        daysOff: [{ date: '0001-01-01' }, { date: '2026-08-18' }, { date: '9999-12-28' }],
        compensatoryDays: [{ date: '2026-08-23', replaces: '2026-08-18' }],
      }),
    );
    const dueFrom = (acceptedAt: string, amount: number): string | undefined =>
      due({ acceptedAt, term: days(amount) }, remote).statutoryDueAt?.toString();
    expect(dueFrom('2026-08-17T08:00:00Z', 1)).toBe('2026-08-17T16:00:00Z');
    expect(dueFrom('2026-08-17T08:00:00Z', 2)).toBe('2026-08-23T16:00:00Z');
    expect(dueFrom('2026-08-17T08:00:00Z', 3)).toBe('2026-08-24T16:00:00Z');
    expect(dueFrom('0001-01-01T08:00:00Z', 1)).toBe('0001-01-02T16:00:00Z');
    expect(dueFrom('9999-12-27T08:00:00Z', 2)).toBe('+010000-01-03T16:00:00Z');
  });

  it('is refused where the zone has another offset', () => {
    expect(() => due({ acceptedAt: '1970-01-01T00:00:00Z', term: days(1) })).toThrow(
      expect.objectContaining({ code: 'DEADLINE.OUT_OF_RANGE' }),
    );
  });

  it('is counted up to the last millisecond before the zone changes its offset', () => {
    // Saigon went from UTC+8 to UTC+7 at the first instant of 13 June 1975 (IANA).
    const saigon = compileCalendar(
      parseCalendar({
        timeZone: 'Asia/Ho_Chi_Minh',
        sessions: { thursday: [['08:00', '16:00']] },
        daysOff: [{ date: '1974-01-01' }],
      }),
    );
    const until = (text: string): number =>
      workingTime(saigon, Temporal.Instant.from('1975-06-12T00:00:00Z'), Temporal.Instant.from(text));
    expect(until('1975-06-12T15:59:59.999Z')).toBe(8 * HOUR);
    expect(() => until('1975-06-12T16:00:00Z')).toThrow(expect.objectContaining({ code: 'DEADLINE.OUT_OF_RANGE' }));
  });
});

describe('the view of a deadline', () => {
  it("writes instants with the calendar's offset and sentences in one language", () => {
    const kathmandu = compileCalendar(
      parseCalendar({ timeZone: 'Asia/Kathmandu', sessions: { monday: [['10:00', '18:00']] } }),
    );
    const request = parseDeadlineRequest({ calendar: 'NP', acceptedAt: '2026-08-17T10:00:00.5+07:00', term: days(1) });
    const deadline = calculateDeadline({ ...request, calendar: kathmandu });
    expect(deadlineView(deadline, kathmandu, 'en')).toEqual({
      state: 'running',
      startedAt: '2026-08-17T10:00:00+05:45',
      statutoryDueAt: '2026-08-17T18:00:00+05:45',
      promisedDueAt: '2026-08-17T18:00:00+05:45',
      provisional: true,
      steps: [
        {
          rule: 'R3',
          from: '2026-08-17T08:45:00.5+05:45',
          to: '2026-08-17T10:00:00+05:45',
          explanation:
            'The dossier was accepted at 08:45:00.500 on Monday 17 August 2026, outside working time: the term runs from the next session, 10:00 on Monday 17 August 2026.',
        },
        {
          rule: 'R4',
          from: '2026-08-17T10:00:00+05:45',
          to: '2026-08-17T18:00:00+05:45',
          workingMinutes: 480,
          explanation:
            'The term of 1 working day, at 8 hours a day 8 working hours, ends at 18:00 on Monday 17 August 2026.',
        },
      ],
    });
    expect(deadlineView(deadline, kathmandu, 'vi').steps[1]?.explanation).toBe(
      'Tính đủ 1 ngày làm việc, mỗi ngày tính 8 giờ, tức 8 giờ làm việc: đến hạn lúc 18:00 thứ Hai 17/08/2026.',
    );
  });
});
