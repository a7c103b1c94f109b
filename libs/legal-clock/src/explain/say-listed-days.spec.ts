import { compileCalendar } from '../calendar/compile-calendar.js';
import { parseCalendar } from '../calendar/parse-calendar.js';
import { VIETNAM_CALENDAR } from '../testing/vietnam.fixture.js';
import { sayListedDays } from './say-listed-days.js';

const VIETNAM = compileCalendar(VIETNAM_CALENDAR);
const local = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

describe('the days off and the compensatory days of a term', () => {
  it.each([
    ['2026-08-17 07:00', '2026-08-21 17:00', '', ''],
    [
      '2026-08-22 07:00',
      '2026-08-22 17:00',
      ' Tính cả ngày làm bù 22/08/2026.',
      ' Compensatory days 22/08/2026 count.',
    ],
    [
      '2026-08-28 07:00',
      '2026-09-03 17:00',
      ' Không tính ngày nghỉ 31/08/2026–02/09/2026 (Nghỉ hoán đổi, Quốc khánh).',
      ' Days off 31/08/2026–02/09/2026 (Nghỉ hoán đổi, Quốc khánh) do not count.',
    ],
    [
      '2026-08-22 07:00',
      '2026-08-31 00:00',
      ' Không tính ngày nghỉ 31/08/2026 (Nghỉ hoán đổi). Tính cả ngày làm bù 22/08/2026.',
      ' Days off 31/08/2026 (Nghỉ hoán đổi) do not count. Compensatory days 22/08/2026 count.',
    ],
    // The 26th of April is a Sunday, on which nobody works anyway.
    [
      '2026-04-24 07:00',
      '2026-05-04 07:00',
      ' Không tính ngày nghỉ 27/04/2026 (Giỗ Tổ Hùng Vương); 30/04/2026–01/05/2026 (Ngày Chiến thắng, Quốc tế Lao động).',
      ' Days off 27/04/2026 (Giỗ Tổ Hùng Vương); 30/04/2026–01/05/2026 (Ngày Chiến thắng, Quốc tế Lao động) do not count.',
    ],
  ])('from %s to %s are told as “%s”', (from, to, vi, en) => {
    expect(sayListedDays(VIETNAM, local(from), local(to))).toEqual({ vi, en });
  });

  const calendar = (daysOff: readonly { readonly date: string; readonly name?: string }[]) =>
    compileCalendar(
      parseCalendar({
        timeZone: 'UTC',
        sessions: Object.fromEntries(
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [['08:00', '16:00']]]),
        ),
        daysOff,
      }),
    );
  const told = (...daysOff: Parameters<typeof calendar>[0]): string =>
    sayListedDays(calendar(daysOff), local('2026-01-01 00:00'), local('2026-12-31 00:00')).en;

  it('have the first words of their names, each once, and none where they have none', () => {
    expect(
      told(
        { date: '2026-03-02', name: 'Lễ (ngày một)' },
        { date: '2026-03-03', name: 'Lễ (ngày hai)' },
        { date: '2026-03-04' },
        { date: '2026-03-06' },
      ),
    ).toBe(' Days off 02/03/2026–04/03/2026 (Lễ); 06/03/2026 do not count.');
  });

  it('are eight spells at most; the others are counted', () => {
    const fridays = ['06', '13', '20', '27'].flatMap((day) => [{ date: `2026-02-${day}` }, { date: `2026-03-${day}` }]);
    const eight = '06/02/2026; 13/02/2026; 20/02/2026; 27/02/2026; 06/03/2026; 13/03/2026; 20/03/2026; 27/03/2026';
    expect(told(...fridays)).toBe(` Days off ${eight} do not count.`);
    expect(told(...fridays, { date: '2026-04-03' })).toBe(` Days off ${eight} and 1 more do not count.`);
    const inVietnamese = sayListedDays(
      calendar([...fridays, { date: '2026-04-03' }]),
      local('2026-01-01 00:00'),
      local('2026-12-31 00:00'),
    ).vi;
    expect(inVietnamese).toContain(`${eight} và 1 đợt khác`);
  });
});
