import type { FaultList } from '../fault-list.js';
import { isObject } from '../fault-list.js';
import type { CompensatoryDay, DayOff, Weekday } from './calendar-definition.js';
import { WEEKDAYS } from './calendar-definition.js';
import { epochDay, weekdayIndex } from './epoch-day.js';

// Both readers keep one answer per item, so that places in the lists stay those of the input; a date that could not be
// read is the empty string.

export const parseDaysOff = (value: unknown, faults: FaultList): readonly DayOff[] =>
  parseList(value, '/daysOff', faults).map((item, i) => {
    const pointer = `/daysOff/${i}`;
    return { date: parseDate(item['date'], `${pointer}/date`, faults), ...parseName(item['name'], pointer, faults) };
  });

export const parseCompensatoryDays = (
  value: unknown,
  withoutSessions: ReadonlySet<Weekday>,
  faults: FaultList,
): readonly CompensatoryDay[] =>
  parseList(value, '/compensatoryDays', faults).map((item, i) => {
    const pointer = `/compensatoryDays/${i}`;
    const date = parseDate(item['date'], `${pointer}/date`, faults);
    const replaces = parseDate(item['replaces'], `${pointer}/replaces`, faults);
    const replaced = epochDay(replaces);
    const weekday = replaced === undefined ? undefined : WEEKDAYS[weekdayIndex(replaced)];
    if (replaces !== '' && replaces === date) {
      faults.add(`${pointer}/replaces`, 'CALENDAR.SWAP_ONTO_ITSELF', {
        vi: 'Ngày làm bù không thể bù cho chính nó.',
        en: 'A compensatory day cannot replace itself.',
      });
    } else if (weekday && withoutSessions.has(weekday)) {
      faults.add(`${pointer}/replaces`, 'CALENDAR.SWAP_WITHOUT_SESSIONS', {
        vi: 'Ngày được bù rơi vào thứ không có phiên làm việc trong tuần.',
        en: 'The replaced date is on a weekday without sessions.',
      });
    }
    return { date, replaces, ...parseName(item['name'], pointer, faults) };
  });

/** A date belongs to one list, once. */
export function refuseRepeatedDates(
  daysOff: readonly DayOff[],
  compensatoryDays: readonly CompensatoryDay[],
  faults: FaultList,
): void {
  const off = refuseTwice(daysOff, '/daysOff', faults);
  refuseTwice(compensatoryDays, '/compensatoryDays', faults);
  compensatoryDays.forEach(({ date }, i) => {
    if (!off.has(date)) return;
    faults.add(`/compensatoryDays/${i}/date`, 'CALENDAR.DATE_IN_BOTH_LISTS', {
      vi: `Ngày ${date} vừa là ngày nghỉ vừa là ngày làm bù.`,
      en: `${date} is both a day off and a compensatory day.`,
    });
  });
}

function refuseTwice(days: readonly { readonly date: string }[], pointer: string, faults: FaultList): Set<string> {
  const seen = new Set<string>();
  days.forEach(({ date }, i) => {
    if (date === '') return;
    if (seen.has(date)) {
      faults.add(`${pointer}/${i}/date`, 'CALENDAR.DATE_TWICE', {
        vi: `Ngày ${date} được ghi hai lần.`,
        en: `${date} is listed twice.`,
      });
    }
    seen.add(date);
  });
  return seen;
}

function parseList(value: unknown, pointer: string, faults: FaultList): readonly Readonly<Record<string, unknown>>[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.add(pointer, 'CALENDAR.LIST_INVALID', { vi: 'Phải là danh sách ngày.', en: 'Must be a list of days.' });
    return [];
  }
  return value.map((item: unknown) => (isObject(item) ? item : {}));
}

function parseDate(value: unknown, pointer: string, faults: FaultList): string {
  if (epochDay(value) !== undefined) return value as string;
  faults.add(pointer, value === undefined ? 'CALENDAR.DATE_MISSING' : 'CALENDAR.DATE_INVALID', {
    vi: 'Phải là ngày có thật, viết dạng 2026-09-02.',
    en: 'Must be a date that exists, written 2026-09-02.',
  });
  return '';
}

function parseName(value: unknown, pointer: string, faults: FaultList): { readonly name?: string } {
  if (value === undefined) return {};
  if (typeof value === 'string') return { name: value };
  faults.add(`${pointer}/name`, 'CALENDAR.NAME_INVALID', {
    vi: 'Tên phải là chuỗi ký tự.',
    en: 'The name must be a string.',
  });
  return {};
}
