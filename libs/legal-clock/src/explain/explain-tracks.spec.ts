import type { Language } from '@motcua/kernel';
import { calculateDeadline } from '../calculate-deadline.js';
import { compileCalendar } from '../calendar/compile-calendar.js';
import { parseCalendar } from '../calendar/parse-calendar.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { parseDeadlineRequest } from '../deadline/parse-deadline-request.js';
import { VIETNAM_CALENDAR } from '../testing/vietnam.fixture.js';

const VIETNAM = compileCalendar(VIETNAM_CALENDAR);
const working = (sessions: object) => compileCalendar(parseCalendar({ timeZone: 'Asia/Ho_Chi_Minh', sessions }));
const at = (wallTime: string): string => `${wallTime.replace(' ', 'T')}+07:00`;
const supplement = (requested: string, completed?: string) => ({
  requestedAt: at(requested),
  ...(completed !== undefined && { completedAt: at(completed) }),
});
const days = (amount: number) => ({ amount, unit: 'workingDay' });

/** What is said of a deadline, sentence by sentence. */
const told = (
  acceptedAt: string,
  term: object,
  more: object = {},
  { calendar = VIETNAM, language = 'en' }: { calendar?: WorkingCalendar; language?: Language } = {},
) =>
  calculateDeadline({
    ...parseDeadlineRequest({ calendar: 'VN', acceptedAt: at(acceptedAt), term, ...more }),
    calendar,
  }).steps.map(({ rule, explanation }) => `${rule} ${explanation[language]}`);

describe('the explanation of a due date', () => {
  it('of a term in working time says how long it is and when it ends', () => {
    expect(told('2026-08-17 08:00', days(1))).toEqual([
      'R3 The dossier was accepted at 08:00 on Monday 17 August 2026, within working time: the term runs from then.',
      'R4 The term of 1 working day, at 8 hours a day 8 working hours, ends at 08:00 on Tuesday 18 August 2026.',
    ]);
    expect(told('2026-08-17 11:30', { amount: 1, unit: 'workingHour' })).toEqual([
      'R3 The dossier was accepted at 11:30 on Monday 17 August 2026, outside working time: the term runs from the next session, 13:30 on Monday 17 August 2026.',
      'R4 The term of 1 working hour ends at 14:30 on Monday 17 August 2026.',
    ]);
  });

  it.each<[string, string, string, object, WorkingCalendar]>([
    [
      'is due there',
      '2026-08-17 09:00',
      'The term of 1 calendar day, to the same time of day, runs until 09:00 on Tuesday 18 August 2026. That is when it is due.',
      { amount: 1, unit: 'calendarDay' },
      VIETNAM,
    ],
    [
      'ends on a day off',
      '2026-01-30 10:00',
      'The term of 1 month, to the same time of day, runs until 10:00 on Saturday 28 February 2026. That is a day off, so it is due at the close of the next working day, 17:00 on Monday 2 March 2026.',
      { amount: 1, unit: 'month' },
      VIETNAM,
    ],
    [
      'ends between two sessions',
      '2026-08-17 12:00',
      'The term of 1 calendar day, to the same time of day, runs until 12:00 on Tuesday 18 August 2026. No session is open then, so it is due when the next one opens, 13:30 on Tuesday 18 August 2026.',
      { amount: 1, unit: 'calendarDay' },
      working({
        monday: [['08:00', '17:00']],
        tuesday: [
          ['07:00', '11:30'],
          ['13:30', '17:00'],
        ],
      }),
    ],
    [
      'ends after hours',
      '2026-08-17 16:00',
      'The term of 1 calendar day, to the same time of day, runs until 16:00 on Tuesday 18 August 2026. That is after hours, so it is due at the close of that day, 11:00 on Tuesday 18 August 2026.',
      { amount: 1, unit: 'calendarDay' },
      working({ monday: [['08:00', '17:00']], tuesday: [['08:00', '11:00']] }),
    ],
  ])('of a term in calendar time that %s', (_, acceptedAt, sentence, term, calendar) => {
    expect(told(acceptedAt, term, {}, { calendar }).slice(1)).toEqual([`R4 ${sentence}`]);
  });

  it.each([
    ['2026-08-17 15:00', 'A same-day result: due at the close of the day, 17:00 on Monday 17 August 2026.', VIETNAM],
    [
      '2026-08-17 15:00:01',
      'A same-day result, but the cut-off of 15:00 has passed: due at the close of the next working day, 17:00 on Tuesday 18 August 2026.',
      VIETNAM,
    ],
    // On a day off nothing is cut off.
    ['2026-08-16 16:00', 'A same-day result: due at the close of the day, 17:00 on Monday 17 August 2026.', VIETNAM],
    [
      '2026-08-17 15:30',
      'A same-day result, but the cut-off of 15:00 has passed: due at the close of the next working day, 11:30 on Wednesday 19 August 2026.',
      working({ monday: [['07:00', '11:30']], wednesday: [['07:00', '11:30']] }),
    ],
  ])('of a same-day term that is accepted on %s', (acceptedAt, sentence, calendar) => {
    expect(told(acceptedAt, { unit: 'sameDay' }, {}, { calendar }).slice(1)).toEqual([`R7 ${sentence}`]);
  });
});

describe('the explanation of supplements', () => {
  const supplements = [supplement('2026-08-24 09:00', '2026-08-25 10:30')];

  it('that paused the term says what had been counted, and what was left', () => {
    expect(told('2026-08-21 16:20', days(3), { supplements })).toEqual([
      'R3 The dossier was accepted at 16:20 on Friday 21 August 2026, within working time: the term runs from then.',
      'R4 The term of 3 working days, at 8 hours a day 24 working hours, ends at 16:20 on Tuesday 25 August 2026. Compensatory days 22/08/2026 count. Until the supplement was requested at 09:00 on Monday 24 August 2026, 10 hours 40 minutes of working time had been counted.',
      'R8 Supplement from 09:00 on Monday 24 August 2026 to 10:30 on Tuesday 25 August 2026: the term is paused.',
      'R4 The rest, 13 hours 20 minutes of working time, runs on: due at 07:50 on Thursday 27 August 2026.',
    ]);
    expect(told('2026-08-21 16:20', days(3), { supplements }, { language: 'vi' })).toEqual([
      'R3 Hồ sơ được tiếp nhận lúc 16:20 thứ Sáu 21/08/2026, trong giờ làm việc: thời hạn tính từ lúc đó.',
      'R4 Tính đủ 3 ngày làm việc, mỗi ngày tính 8 giờ, tức 24 giờ làm việc: đến hạn lúc 16:20 thứ Ba 25/08/2026. Tính cả ngày làm bù 22/08/2026. Đến khi yêu cầu bổ sung lúc 09:00 thứ Hai 24/08/2026, đã tính 10 giờ 40 phút làm việc.',
      'R8 Bổ sung hồ sơ từ 09:00 thứ Hai 24/08/2026 đến 10:30 thứ Ba 25/08/2026: thời hạn tạm dừng.',
      'R4 Tính tiếp 13 giờ 20 phút làm việc còn lại: đến hạn lúc 07:50 thứ Năm 27/08/2026.',
    ]);
  });

  it('that paused a term in calendar time says what was left, and from when to when it runs on', () => {
    const once = { supplements: [supplement('2026-08-18 08:00', '2026-08-19 08:00')] };
    // 10 days, of which one had passed: 9 are left at 8 o'clock of Wednesday the 19th.
    const rest = (language: Language) =>
      told('2026-08-17 08:00', { amount: 10, unit: 'calendarDay' }, once, { language }).at(-1);
    expect(rest('vi')).toBe(
      'R4 Tính tiếp 9 ngày còn lại theo lịch từ 08:00 thứ Tư 19/08/2026: 08:00 thứ Sáu 28/08/2026. Đó là thời điểm đến hạn.',
    );
    expect(rest('en')).toBe(
      'R4 The rest, 9 days on the calendar, runs on from 08:00 on Wednesday 19 August 2026, to 08:00 on Friday 28 August 2026. That is when it is due.',
    );
  });

  it('that restarted the term where nothing had been counted says so, though it is due when it was', () => {
    const once = { supplements: [supplement('2026-08-15 10:00', '2026-08-16 10:00')], supplementPolicy: 'restart' };
    expect(told('2026-08-15 09:00', days(1), once)).toContain(
      'R8 Supplement from 10:00 on Saturday 15 August 2026 to 10:00 on Sunday 16 August 2026: the term starts again in full.',
    );
  });

  it('that restarted the term says what is discarded, and when it starts again', () => {
    expect(told('2026-08-21 16:20', days(3), { supplements, supplementPolicy: 'restart' }).slice(1)).toEqual([
      'R4 The term of 3 working days, at 8 hours a day 24 working hours, ends at 16:20 on Tuesday 25 August 2026. Compensatory days 22/08/2026 count. When the supplement was requested at 09:00 on Monday 24 August 2026, 10 hours 40 minutes of working time had been counted; this is discarded, because the term restarts.',
      'R8 Supplement from 09:00 on Monday 24 August 2026 to 10:30 on Tuesday 25 August 2026: the term starts again in full.',
      'R3 The supplement was completed at 10:30 on Tuesday 25 August 2026, within working time: the term runs from then.',
      'R4 The term of 3 working days, at 8 hours a day 24 working hours, ends at 10:30 on Friday 28 August 2026.',
    ]);
  });

  it('of a term in calendar time counts on from the next opening', () => {
    const late = [supplement('2026-08-20 08:50', '2026-08-20 23:00')];
    expect(told('2026-08-17 09:00', { amount: 3, unit: 'calendarDay' }, { supplements: late }).slice(1)).toEqual([
      'R4 The term of 3 calendar days, to the same time of day, runs until 09:00 on Thursday 20 August 2026. That is when it is due. Until the supplement was requested at 08:50 on Thursday 20 August 2026, the term had been running.',
      'R8 Supplement from 08:50 on Thursday 20 August 2026 to 23:00 on Thursday 20 August 2026: the term is paused.',
      'R4 The rest, 10 minutes on the calendar, runs on from 07:00 on Friday 21 August 2026, to 07:10 on Friday 21 August 2026. That is when it is due.',
    ]);
  });

  const AWAITED =
    'R8 A supplement requested at 10:00 on Monday 17 August 2026 is awaited: the term stands still and has no due date.';

  it.each<[string, object, string, string]>([
    [
      'pause',
      days(2),
      'The term of 2 working days, at 8 hours a day 16 working hours, ends at 08:00 on Wednesday 19 August 2026. Until the supplement was requested at 10:00 on Monday 17 August 2026, 2 hours of working time had been counted.',
      'Once it is completed, the rest runs on: 14 hours of working time.',
    ],
    [
      'restart',
      days(2),
      'The term of 2 working days, at 8 hours a day 16 working hours, ends at 08:00 on Wednesday 19 August 2026. When the supplement was requested at 10:00 on Monday 17 August 2026, 2 hours of working time had been counted; this is discarded, because the term restarts.',
      'Once it is completed, the full term (2 working days) starts again.',
    ],
    [
      'pause',
      { amount: 3, unit: 'calendarDay' },
      'The term of 3 calendar days, to the same time of day, runs until 08:00 on Thursday 20 August 2026. That is when it is due. Until the supplement was requested at 10:00 on Monday 17 August 2026, the term had been running.',
      'Once it is completed, the rest runs on: 2 days 22 hours on the calendar.',
    ],
  ])('that is awaited (%s) says what is still to come of %j', (supplementPolicy, term, counted, toCome) => {
    const open = { supplements: [supplement('2026-08-17 10:00')], supplementPolicy };
    expect(told('2026-08-17 08:00', term, open).slice(1)).toEqual([`R4 ${counted}`, AWAITED, `R4 ${toCome}`]);
  });

  it('that was asked for at once has nothing before it', () => {
    expect(told('2026-08-17 10:00', days(2), { supplements: [supplement('2026-08-17 10:00')] }).slice(1)).toEqual([
      AWAITED,
      'R4 Once it is completed, the rest runs on: 16 hours of working time.',
    ]);
  });

  it('that follow each other say so where nothing was counted between them', () => {
    const two = [supplement('2026-08-11 08:00', '2026-08-15 12:00'), supplement('2026-08-16 10:00')];
    expect(told('2026-08-10 08:00', days(10), { supplements: two }).slice(1)).toEqual([
      'R4 The term of 10 working days, at 8 hours a day 80 working hours, ends at 08:00 on Saturday 22 August 2026. Compensatory days 22/08/2026 count. Until the supplement was requested at 08:00 on Tuesday 11 August 2026, 8 hours of working time had been counted.',
      'R8 Supplement from 08:00 on Tuesday 11 August 2026 to 12:00 on Saturday 15 August 2026: the term is paused.',
      'R4 The rest, 72 hours of working time, runs on: due at 17:00 on Wednesday 26 August 2026. Compensatory days 22/08/2026 count. Until the supplement was requested at 10:00 on Sunday 16 August 2026, no working time had been counted.',
      'R8 A supplement requested at 10:00 on Sunday 16 August 2026 is awaited: the term stands still and has no due date.',
      'R4 Once it is completed, the rest runs on: 72 hours of working time.',
    ]);
  });

  it.each<[string, string, object, object, WorkingCalendar, string[]]>([
    [
      'was asked for too late, and is awaited',
      '2026-08-17 08:00',
      days(1),
      { supplements: [supplement('2026-08-18 09:00')] },
      VIETNAM,
      [
        'R4 The term of 1 working day, at 8 hours a day 8 working hours, ends at 08:00 on Tuesday 18 August 2026.',
        'R8 A supplement was requested at 09:00 on Tuesday 18 August 2026, when it was already due (08:00 on Tuesday 18 August 2026): nothing changes.',
      ],
    ],
    [
      'had no time left to pause',
      '2026-08-17 12:00',
      { amount: 1, unit: 'calendarDay' },
      { supplements: [supplement('2026-08-18 12:00', '2026-08-18 15:00')] },
      VIETNAM,
      [
        'R8 Supplement from 12:00 on Tuesday 18 August 2026 to 15:00 on Tuesday 18 August 2026: no time was left to pause, so it stays due at 13:30 on Tuesday 18 August 2026.',
        'R4 The term of 1 calendar day, to the same time of day, runs until 13:30 on Tuesday 18 August 2026. That is when it is due.',
      ],
    ],
    [
      'would make it due earlier by a restart',
      '2026-08-17 08:00',
      { amount: 5, unit: 'calendarDay' },
      { supplements: [supplement('2026-08-18 09:00', '2026-08-18 10:00')], supplementPolicy: 'restart' },
      working({ monday: [['08:00', '17:00']], wednesday: [['08:00', '17:00']] }),
      [
        'R8 Supplement from 09:00 on Tuesday 18 August 2026 to 10:00 on Tuesday 18 August 2026: starting again would be due earlier, so it stays due at 17:00 on Monday 24 August 2026.',
        'R4 The term of 5 calendar days, to the same time of day, runs until 08:00 on Saturday 22 August 2026. That is a day off, so it is due at the close of the next working day, 17:00 on Monday 24 August 2026.',
      ],
    ],
  ])('that %s', (_, acceptedAt, term, more, calendar, sentences) => {
    expect(told(acceptedAt, term, more, { calendar }).slice(1)).toEqual(sentences);
  });
});
