import type { FaultList } from '../fault-list.js';
import { constantOffsetAround, isTimeZone, startOfYear } from './time-zone-span.js';
import { yearsUsed } from './years-used.js';

/**
 * A zone is good when it exists and keeps one offset from the first to the last year that the calendar speaks of: the
 * legal clock adds wall times as if every day had 24 hours. Answers its name as written.
 */
export function checkTimeZone(timeZone: unknown, years: readonly number[], faults: FaultList): string | undefined {
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) {
    faults.add('/timeZone', timeZone === undefined ? 'CALENDAR.TIME_ZONE_MISSING' : 'CALENDAR.TIME_ZONE_UNKNOWN', {
      vi: 'Phải là múi giờ có trong cơ sở dữ liệu IANA, ví dụ Asia/Ho_Chi_Minh.',
      en: 'Must be a time zone of the IANA database, such as Asia/Ho_Chi_Minh.',
    });
    return undefined;
  }
  const { first, last } = yearsUsed(years);
  const { until } = constantOffsetAround(first, timeZone);
  if (until < startOfYear(last + 1, timeZone).epochMilliseconds) {
    faults.add('/timeZone', 'CALENDAR.TIME_ZONE_CHANGES', {
      vi: `Múi giờ này đổi giờ trong khoảng từ năm ${first} đến năm ${last} mà lịch sử dụng.`,
      en: `The offset of this time zone changes between ${first} and ${last}, the years that the calendar uses.`,
    });
  }
  return timeZone;
}
