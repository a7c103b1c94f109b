import { Refusal } from '@motcua/kernel';
import { FaultList, isObject } from '../fault-list.js';
import { refuseUnknownMembers } from '../unknown-members.js';
import type { CalendarDefinition } from './calendar-definition.js';
import { checkTimeZone } from './check-time-zone.js';
import { clockTime } from './clock-time.js';
import { epochDay, yearOfDay } from './epoch-day.js';
import { parseDaysOff, parseCompensatoryDays, refuseRepeatedDates } from './parse-listed-days.js';
import { parseSessions, weekdaysWithoutSessions } from './parse-sessions.js';
import type { LegalClockRefusalCode } from '../refusal-codes.js';

const MEMBERS = [
  'name',
  'timeZone',
  'sessions',
  'sameDayCutoff',
  'publishedYears',
  'daysOff',
  'compensatoryDays',
] as const;

/** What is read back with a calendar and may therefore be sent again, without effect. */
const READ_ONLY = ['code', 'revision'] as const;

/**
 * Reads a working calendar as it is put (R4, R5, R7). Throws `Refusal` `CALENDAR.INVALID` with every fault and its JSON
 * pointer. Lists that are absent are empty; `sameDayCutoff` is 15:00 when absent.
 * @rule R5
 */
export function parseCalendar(input: unknown): CalendarDefinition {
  const faults = new FaultList();
  if (!isObject(input)) {
    faults.add('', 'CALENDAR.BODY_INVALID', { vi: 'Phải là một đối tượng JSON.', en: 'Must be a JSON object.' });
    throw invalid(faults);
  }
  refuseUnknownMembers(input, [...MEMBERS, ...READ_ONLY], '', 'CALENDAR.MEMBER_UNKNOWN', faults);
  const { name = '', timeZone, sameDayCutoff = '15:00' } = input;
  if (typeof name !== 'string') {
    faults.add('/name', 'CALENDAR.NAME_INVALID', { vi: 'Tên phải là chuỗi ký tự.', en: 'The name must be a string.' });
  }
  const sessions = parseSessions(input['sessions'], faults);
  if (clockTime(sameDayCutoff) === undefined) {
    faults.add('/sameDayCutoff', 'CALENDAR.TIME_INVALID', {
      vi: 'Giờ chốt phải viết dạng HH:MM, từ 00:00 đến 23:59.',
      en: 'The cut-off must be written HH:MM, from 00:00 to 23:59.',
    });
  }
  const publishedYears = parsePublishedYears(input['publishedYears'], faults);
  const daysOff = parseDaysOff(input['daysOff'], faults);
  const compensatoryDays = parseCompensatoryDays(
    input['compensatoryDays'],
    weekdaysWithoutSessions(input['sessions']),
    faults,
  );
  refuseRepeatedDates(daysOff, compensatoryDays, faults);
  const listedYears = [...daysOff, ...compensatoryDays].flatMap(({ date }) => {
    const day = epochDay(date);
    return day === undefined ? [] : [yearOfDay(day)];
  });
  const zone = checkTimeZone(timeZone, [...publishedYears, ...listedYears], faults);
  if (faults.all.length > 0) throw invalid(faults);
  return {
    name: name as string,
    timeZone: zone ?? '',
    sessions,
    sameDayCutoff: sameDayCutoff as string,
    publishedYears,
    daysOff,
    compensatoryDays,
  };
}

function parsePublishedYears(value: unknown, faults: FaultList): readonly number[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.add('/publishedYears', 'CALENDAR.LIST_INVALID', {
      vi: 'Phải là danh sách năm.',
      en: 'Must be a list of years.',
    });
    return [];
  }
  value.forEach((year: unknown, i) => {
    if (isYear(year)) return;
    faults.add(`/publishedYears/${i}`, 'CALENDAR.YEAR_INVALID', {
      vi: 'Năm phải là số nguyên, ví dụ 2026.',
      en: 'A year must be a whole number, such as 2026.',
    });
  });
  return value.filter(isYear);
}

const isYear = (year: unknown): year is number =>
  Number.isInteger(year) && (year as number) >= 1 && (year as number) <= 9999;

const invalid = (faults: FaultList): Refusal<LegalClockRefusalCode> =>
  new Refusal<LegalClockRefusalCode>('CALENDAR.INVALID', {}, faults.all, {
    vi: 'Lịch làm việc không hợp lệ.',
    en: 'The working calendar is not valid.',
  });
