import { repeated } from './repeated.js';
import { readSeed } from './seed-files.js';
import type { Calendar } from './seed-shapes.js';

const calendar = readSeed<Calendar>('calendars/VN.json');
const isDate = (value: string): boolean => Temporal.PlainDate.from(value).toString() === value;

function isWorkingDay(date: Temporal.PlainDate): boolean {
  const key = date.toString();
  if (calendar.daysOff.some((day) => day.date === key)) return false;
  return date.dayOfWeek < 6 || calendar.compensatoryDays.some((day) => day.date === key);
}
function workingDayAfter(date: string): string {
  let next = Temporal.PlainDate.from(date).add({ days: 1 });
  while (!isWorkingDay(next)) next = next.add({ days: 1 });
  return next.toString();
}

describe('the working calendar of the seed', () => {
  const daysOff = calendar.daysOff.map((day) => day.date);
  const compensatory = calendar.compensatoryDays.map((day) => day.date);

  it('lists real dates, once, in order, and no date both off and worked', () => {
    expect([...daysOff, ...compensatory].every(isDate)).toBe(true);
    expect(repeated([...daysOff, ...compensatory])).toEqual([]);
    expect(daysOff.toSorted()).toEqual(daysOff);
  });

  it('covers 2023 to 2027, of which 2027 is computed and not announced', () => {
    expect([...new Set(daysOff.map((date) => Number(date.slice(0, 4))))]).toEqual([2023, 2024, 2025, 2026, 2027]);
    expect(calendar.publishedYears).toEqual([2023, 2024, 2025, 2026]);
    expect(calendar.timeZone).toBe('Asia/Ho_Chi_Minh');
  });

  it('makes up for a day off of a weekday with a Saturday (R5)', () => {
    for (const { date, replaces } of calendar.compensatoryDays) {
      expect(Temporal.PlainDate.from(date).dayOfWeek).toBe(6);
      expect(Temporal.PlainDate.from(replaces).dayOfWeek).toBeLessThan(6);
      expect(daysOff).toContain(replaces);
    }
  });

  it.each([
    ['2024-01-31', '2024-02-01', 'an ordinary Thursday'],
    ['2024-02-07', '2024-02-15', 'Tết of 2024'],
    ['2026-02-13', '2026-02-23', 'Tết of 2026'],
    ['2026-03-06', '2026-03-09', 'an ordinary week-end'],
    ['2026-08-21', '2026-08-22', 'the compensatory Saturday before National Day'],
    ['2026-08-22', '2026-08-24', 'the Sunday after it'],
    ['2026-08-28', '2026-09-03', 'National Day with the swapped Monday'],
    ['2026-11-23', '2026-11-25', 'Vietnam Culture Day'],
  ])('goes from %s to the working day %s over %s', (date, next) => {
    expect(isWorkingDay(Temporal.PlainDate.from(date))).toBe(true);
    expect(workingDayAfter(date)).toBe(next);
  });
});
