import { compileCalendar, dueDates, parseCalendar, parseDeadlineRequest, receptionDue } from '@motcua/legal-clock';
import { readSeed } from './seed-files.js';

const calendar = compileCalendar(parseCalendar(readSeed('calendars/VN.json')));
const local = (instant: Temporal.Instant | null): string | undefined =>
  instant?.toZonedDateTimeISO(calendar.timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });

const pause = (requested: string, completed: string) => ({
  supplements: [{ requestedAt: `${requested}:00+07:00`, completedAt: `${completed}:00+07:00` }],
});
function due(acceptedAt: string, amount: number | undefined, unit: string, rest: object = {}) {
  const term = amount === undefined ? { unit } : { amount, unit };
  const body = { calendar: 'VN', acceptedAt: `${acceptedAt}+07:00`, term, reductionBasisPoints: 2000, ...rest };
  const { statutoryDueAt, promisedDueAt, provisional } = dueDates({ ...parseDeadlineRequest(body), calendar });
  return { statutory: local(statutoryDueAt), promised: local(promisedDueAt), provisional };
}

const AUGUST = pause('2026-08-24T09:00', '2026-08-25T10:30');

// Worked out by hand from the rules: they depend on nothing of the calendar but its listed days.
describe("the seed's working calendar under the legal clock", () => {
  it.each([
    ['2026-08-21T16:20:00', 3, 'workingDay', AUGUST, '2026-08-27T07:50:00', '2026-08-26T11:02:00'],
    [
      '2026-08-21T16:20:00',
      3,
      'workingDay',
      { ...AUGUST, supplementPolicy: 'restart' },
      '2026-08-28T10:30:00',
      '2026-08-27T15:42:00',
    ],
    ['2026-08-28T15:00:00', undefined, 'sameDay', {}, '2026-08-28T17:00:00', '2026-08-28T17:00:00'],
    ['2026-08-28T15:00:01', undefined, 'sameDay', {}, '2026-09-03T17:00:00', '2026-09-03T17:00:00'],
    ['2026-02-13T17:00:00', 1, 'workingDay', {}, '2026-02-23T17:00:00', '2026-02-23T15:24:00'],
    ['2024-01-31T08:05:09', 1, 'month', {}, '2024-02-29T08:05:09', '2024-02-23T13:30:00'],
    [
      '2026-08-17T09:00:00',
      3,
      'workingDay',
      pause('2026-08-19T15:00', '2026-08-21T08:00'),
      '2026-08-21T14:00:00',
      '2026-08-19T14:12:00',
    ],
    ['2026-03-05T09:00:00', 4, 'calendarDay', {}, '2026-03-09T09:00:00', '2026-03-09T09:00:00'],
  ])('accepted %s, %s %s: due as the worked example says', (acceptedAt, amount, unit, rest, statutory, promised) => {
    expect(due(acceptedAt, amount, unit, rest)).toEqual({ statutory, promised, provisional: false });
  });

  it('steps over 24 November 2026 when a reception is due (R6)', () => {
    const submitted = Temporal.Instant.from('2026-11-23T16:00:00+07:00');
    expect(local(receptionDue(calendar, submitted))).toBe('2026-11-25T16:00:00');
  });

  it('calls a due date in 2027 provisional, since 2027 is not announced', () => {
    expect(due('2026-12-31T16:00:00', 1, 'workingDay')).toEqual({
      statutory: '2027-01-04T16:00:00',
      promised: '2027-01-04T14:24:00',
      provisional: true,
    });
  });
});
