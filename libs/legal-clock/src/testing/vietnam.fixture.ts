import type { CalendarDefinition } from '../calendar/calendar-definition.js';
import { parseCalendar } from '../calendar/parse-calendar.js';

const WEEKDAY = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

const off = (name: string, ...dates: string[]): { date: string; name: string }[] =>
  dates.map((date) => ({ date, name }));

/** Vietnam's civil service from 2023 to 2027; the days of 2027 are computed, not yet decided. */
export const VIETNAM_CALENDAR: CalendarDefinition = parseCalendar({
  name: 'Working calendar of Vietnam',
  timeZone: 'Asia/Ho_Chi_Minh',
  sessions: {
    monday: WEEKDAY,
    tuesday: WEEKDAY,
    wednesday: WEEKDAY,
    thursday: WEEKDAY,
    friday: WEEKDAY,
    saturday: [],
    sunday: [],
  },
  sameDayCutoff: '15:00',
  publishedYears: [2023, 2024, 2025, 2026],
  daysOff: [
    ...off('Tết Dương lịch', '2023-01-01', '2023-01-02', '2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'),
    ...off(
      'Tết Nguyên đán',
      '2023-01-20',
      '2023-01-21',
      '2023-01-22',
      '2023-01-23',
      '2023-01-24',
      '2023-01-25',
      '2023-01-26',
    ),
    ...off(
      'Tết Nguyên đán',
      '2024-02-08',
      '2024-02-09',
      '2024-02-10',
      '2024-02-11',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
    ),
    ...off('Tết Nguyên đán', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01'),
    ...off('Tết Nguyên đán', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
    ...off(
      'Tết Nguyên đán',
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
    ),
    ...off(
      'Giỗ Tổ Hùng Vương',
      '2023-04-29',
      '2023-05-02',
      '2024-04-18',
      '2025-04-07',
      '2026-04-26',
      '2026-04-27',
      '2027-04-16',
    ),
    ...off('Ngày Chiến thắng', '2023-04-30', '2023-05-03', '2024-04-30', '2025-04-30', '2026-04-30', '2027-04-30'),
    ...off('Quốc tế Lao động', '2023-05-01', '2024-05-01', '2025-05-01', '2026-05-01', '2027-05-01', '2027-05-03'),
    ...off('Nghỉ hoán đổi', '2024-04-29', '2025-05-02', '2026-01-02', '2026-08-31'),
    ...off(
      'Quốc khánh',
      '2023-09-01',
      '2023-09-02',
      '2023-09-04',
      '2024-09-02',
      '2024-09-03',
      '2025-09-01',
      '2025-09-02',
    ),
    ...off('Quốc khánh', '2026-09-01', '2026-09-02', '2027-09-02', '2027-09-03'),
    ...off('Ngày Văn hóa Việt Nam', '2026-11-24', '2027-11-24'),
  ],
  compensatoryDays: [
    { date: '2024-05-04', replaces: '2024-04-29', name: 'Làm bù' },
    { date: '2025-04-26', replaces: '2025-05-02', name: 'Làm bù' },
    { date: '2026-01-10', replaces: '2026-01-02', name: 'Làm bù' },
    { date: '2026-08-22', replaces: '2026-08-31', name: 'Làm bù' },
  ],
});
