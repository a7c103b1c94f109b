import { compileCalendar } from './calendar/compile-calendar.js';
import { dueDates } from './deadline/due-dates.js';
import { parseDeadlineRequest } from './deadline/parse-deadline-request.js';
import { receptionDue } from './deadline/reception-due.js';
import { VIETNAM_CALENDAR } from './testing/vietnam.fixture.js';

const calendar = compileCalendar(VIETNAM_CALENDAR);
const at = (wallTime: string): Temporal.Instant => Temporal.Instant.from(`${wallTime.replace(' ', 'T')}+07:00`);
const wall = (instant: Temporal.Instant | null): string | undefined =>
  instant
    ?.toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
const due = (acceptedAt: string, term: object, more: object = {}) =>
  dueDates({
    ...parseDeadlineRequest({ calendar: 'VN', acceptedAt: at(acceptedAt).toString(), term, ...more }),
    calendar,
  });

describe('the rules of the legal clock, each by its sentence', () => {
  it('R3: the term starts at valid acceptance; a start outside working time moves to the next working period', () => {
    expect(wall(due('2026-08-17 12:00', { amount: 1, unit: 'workingHour' }).startedAt)).toBe('2026-08-17 13:30');
    expect(wall(due('2026-08-16 09:00', { amount: 1, unit: 'workingHour' }).startedAt)).toBe('2026-08-17 07:00');
  });

  it('R4: a working day is 8 working hours; calendar days and months keep the wall time, and an end on a day off moves to the close of the next working day', () => {
    expect(wall(due('2026-08-17 09:00', { amount: 1, unit: 'workingDay' }).statutoryDueAt)).toBe('2026-08-18 09:00');
    expect(wall(due('2026-08-19 09:00', { amount: 4, unit: 'calendarDay' }).statutoryDueAt)).toBe('2026-08-24 17:00');
    expect(wall(due('2024-01-31 08:05', { amount: 1, unit: 'month' }).statutoryDueAt)).toBe('2024-02-29 08:05');
  });

  it('R5: days off are weekly offs and holidays less compensatory working days, which use the sessions of the weekday they replace', () => {
    expect(wall(due('2026-08-21 16:00', { amount: 1, unit: 'workingDay' }).statutoryDueAt)).toBe('2026-08-22 16:00');
    expect(wall(due('2026-08-28 16:00', { amount: 1, unit: 'workingDay' }).statutoryDueAt)).toBe('2026-09-03 16:00');
  });

  it('R6: an online dossier must be accepted, refused or sent back within 8 working hours', () => {
    expect(wall(receptionDue(calendar, at('2026-08-21 15:50')))).toBe('2026-08-22 15:50');
  });

  it('R7: a same-day procedure accepted after 15:00 is due the next working day', () => {
    expect(wall(due('2026-08-28 15:00', { unit: 'sameDay' }).statutoryDueAt)).toBe('2026-08-28 17:00');
    expect(wall(due('2026-08-28 15:01', { unit: 'sameDay' }).statutoryDueAt)).toBe('2026-09-03 17:00');
  });

  it('R8: a supplement extends the term by the paused working time, or gives the full term again from its completion', () => {
    const supplements = [{ requestedAt: '2026-08-24T09:00:00+07:00', completedAt: '2026-08-25T10:30:00+07:00' }];
    const term = { amount: 3, unit: 'workingDay' };
    expect(wall(due('2026-08-21 16:20', term, { supplements, supplementPolicy: 'pause' }).statutoryDueAt)).toBe(
      '2026-08-27 07:50',
    );
    expect(wall(due('2026-08-21 16:20', term, { supplements, supplementPolicy: 'restart' }).statutoryDueAt)).toBe(
      '2026-08-28 10:30',
    );
  });

  it('R18: statutory and promised due date are both worked out, and the promise is never later than the law', () => {
    const both = due('2026-03-05 09:00', { amount: 4, unit: 'calendarDay' }, { reductionBasisPoints: 2000 });
    expect([wall(both.statutoryDueAt), wall(both.promisedDueAt)]).toEqual(['2026-03-09 09:00', '2026-03-09 09:00']);
  });
});
