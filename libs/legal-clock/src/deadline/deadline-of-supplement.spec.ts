import { compileCalendar } from '../calendar/compile-calendar.js';
import { VIETNAM_CALENDAR } from '../testing/vietnam.fixture.js';
import { deadlineOfSupplement, faultsOfMovedDeadline } from './deadline-of-supplement.js';

const VIETNAM = compileCalendar(VIETNAM_CALENDAR);
const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text.replace(' ', 'T')}+07:00`);

describe('the time that an applicant has for a supplement (R9)', () => {
  it.each([
    ['2026-08-17 09:00', 1, '2026-08-18 09:00'],
    // Saturday 22 August is worked.
    ['2026-08-17 09:00', 10, '2026-08-28 09:00'],
    ['2026-08-16 09:00', 2, '2026-08-18 17:00'],
    // Over National Day.
    ['2026-08-28 16:00', 1, '2026-09-03 16:00'],
  ])('that is asked for on %s, with %d working days, is until %s', (now, workingDays, until) => {
    expect(deadlineOfSupplement(VIETNAM, at(now), workingDays)).toEqual(at(until));
  });

  it.each([
    ['a later time within it', '2026-08-20 10:00', []],
    ['the very end of it', '2026-08-24 09:00', []],
    ['the same time', '2026-08-18 09:00', ['NOT_LATER']],
    ['an earlier time', '2026-08-18 08:00', ['NOT_LATER']],
    ['a time at noon', '2026-08-20 12:00', ['NOT_WORKING_TIME']],
    ['a minute more than it', '2026-08-24 09:01', ['TOO_FAR']],
    ['a Sunday long after', '2026-08-30 09:00', ['NOT_WORKING_TIME', 'TOO_FAR']],
    ['a Sunday before', '2026-08-16 09:00', ['NOT_LATER', 'NOT_WORKING_TIME']],
  ])('is moved to %s, six working days being the most: %s', (_, wanted, codes) => {
    const moving = {
      previous: at('2026-08-18 09:00'),
      wanted: at(wanted),
      workingDays: 6,
      now: at('2026-08-17 09:00'),
    };
    const faults = faultsOfMovedDeadline(VIETNAM, moving);
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual(codes.map((code) => ['/deadlineAt', code]));
  });
});
