import { calculateDeadline } from './calculate-deadline.js';
import { compileCalendar } from './calendar/compile-calendar.js';
import { dueDates } from './deadline/due-dates.js';
import { parseDeadlineRequest } from './deadline/parse-deadline-request.js';
import { deadlineView } from './deadline-view.js';
import { VIETNAM_CALENDAR } from './testing/vietnam.fixture.js';

const calendar = compileCalendar(VIETNAM_CALENDAR);

interface Example {
  readonly shows: string;
  readonly acceptedAt: string;
  readonly term: object;
  readonly policy?: 'pause' | 'restart';
  readonly supplement?: readonly [requestedAt: string, completedAt: string];
  readonly statutory: string;
  readonly promised?: string;
}

// The table of the legal clock's specification, typed by hand; the promised dates are of a reduction of 20 %.
const EXAMPLES: readonly Example[] = [
  {
    shows: 'a compensatory Saturday inside a paused term counts',
    acceptedAt: '2026-08-21T16:20:00+07:00',
    term: { amount: 3, unit: 'workingDay' },
    supplement: ['2026-08-24T09:00:00+07:00', '2026-08-25T10:30:00+07:00'],
    statutory: '2026-08-27T07:50:00+07:00',
    promised: '2026-08-26T11:02:00+07:00',
  },
  {
    shows: 'a restart counts the full term again',
    acceptedAt: '2026-08-21T16:20:00+07:00',
    term: { amount: 3, unit: 'workingDay' },
    policy: 'restart',
    supplement: ['2026-08-24T09:00:00+07:00', '2026-08-25T10:30:00+07:00'],
    statutory: '2026-08-28T10:30:00+07:00',
    promised: '2026-08-27T15:42:00+07:00',
  },
  {
    shows: 'the cut-off itself is in time, on the eve of National Day',
    acceptedAt: '2026-08-28T15:00:00+07:00',
    term: { unit: 'sameDay' },
    statutory: '2026-08-28T17:00:00+07:00',
    promised: '2026-08-28T17:00:00+07:00',
  },
  {
    shows: 'a second after the cut-off is due after the holidays',
    acceptedAt: '2026-08-28T15:00:01+07:00',
    term: { unit: 'sameDay' },
    statutory: '2026-09-03T17:00:00+07:00',
    promised: '2026-09-03T17:00:00+07:00',
  },
  {
    shows: 'a close is outside its session, and a term ends at a close, never at the next opening, over Tet',
    acceptedAt: '2026-02-13T17:00:00+07:00',
    term: { amount: 1, unit: 'workingDay' },
    statutory: '2026-02-23T17:00:00+07:00',
    promised: '2026-02-23T15:24:00+07:00',
  },
  {
    shows: 'the day of the month is clamped, and a promise that ends in the lunch break waits for the afternoon',
    acceptedAt: '2024-01-31T08:05:09+07:00',
    term: { amount: 1, unit: 'month' },
    statutory: '2024-02-29T08:05:09+07:00',
    promised: '2024-02-23T13:30:00+07:00',
  },
  {
    shows: 'a supplement does not move a promise that was already late',
    acceptedAt: '2026-08-17T09:00:00+07:00',
    term: { amount: 3, unit: 'workingDay' },
    supplement: ['2026-08-19T15:00:00+07:00', '2026-08-21T08:00:00+07:00'],
    statutory: '2026-08-21T14:00:00+07:00',
    promised: '2026-08-19T14:12:00+07:00',
  },
  {
    shows: 'a promise that would settle later than the law is capped',
    acceptedAt: '2026-03-05T09:00:00+07:00',
    term: { amount: 4, unit: 'calendarDay' },
    statutory: '2026-03-09T09:00:00+07:00',
    promised: '2026-03-09T09:00:00+07:00',
  },
  {
    shows: 'a calendar term resumes at the next opening',
    acceptedAt: '2026-08-17T09:00:00+07:00',
    term: { amount: 3, unit: 'calendarDay' },
    supplement: ['2026-08-20T08:50:00+07:00', '2026-08-20T23:00:00+07:00'],
    statutory: '2026-08-21T07:10:00+07:00',
  },
];

describe('the worked examples of the legal clock', () => {
  it.each(EXAMPLES)('$shows', ({ acceptedAt, term, policy = 'pause', supplement, statutory, promised }) => {
    const request = parseDeadlineRequest({
      calendar: 'VN',
      acceptedAt,
      term,
      reductionBasisPoints: 2000,
      supplementPolicy: policy,
      supplements: supplement ? [{ requestedAt: supplement[0], completedAt: supplement[1] }] : [],
    });
    const view = deadlineView(calculateDeadline({ ...request, calendar }), calendar, 'vi');
    expect(view.statutoryDueAt).toBe(statutory);
    expect(view).toMatchObject(promised ? { promisedDueAt: promised } : {});
    expect(view.state).toBe('running');
    const lean = dueDates({ ...request, calendar });
    expect(lean.statutoryDueAt?.toString()).toBe(Temporal.Instant.from(statutory).toString());
  });
});
