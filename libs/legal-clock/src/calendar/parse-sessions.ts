import { pointerSegment } from '@motcua/kernel';
import type { FaultList } from '../fault-list.js';
import { isObject } from '../fault-list.js';
import type { Session, Weekday } from './calendar-definition.js';
import { WEEKDAYS } from './calendar-definition.js';
import { clockTime } from './clock-time.js';

/** Reads the weekly table. Of a weekday with faults the readable sessions are answered, so that others can be judged. */
export function parseSessions(value: unknown, faults: FaultList): Readonly<Record<Weekday, readonly Session[]>> {
  const table = isObject(value) ? value : {};
  if (value !== undefined && !isObject(value)) {
    faults.add('/sessions', 'CALENDAR.SESSIONS_INVALID', {
      vi: 'Phải là các phiên làm việc theo ngày trong tuần, ví dụ {"monday": [["07:00", "11:30"]]}.',
      en: 'Must be the sessions by weekday, such as {"monday": [["07:00", "11:30"]]}.',
    });
  }
  for (const key of Object.keys(table)) {
    if (WEEKDAYS.some((weekday) => weekday === key)) continue;
    faults.add(`/sessions/${pointerSegment(key)}`, 'CALENDAR.WEEKDAY_UNKNOWN', {
      vi: `Ngày trong tuần phải là một trong: ${WEEKDAYS.join(', ')}.`,
      en: `The weekdays are ${WEEKDAYS.join(', ')}.`,
    });
  }
  const before = faults.all.length;
  const entries = WEEKDAYS.map(
    (weekday) => [weekday, parseWeekday(table[weekday], `/sessions/${weekday}`, faults)] as const,
  );
  if (
    entries.every(([, sessions]) => sessions.length === 0) &&
    faults.all.length === before &&
    (value === undefined || isObject(value))
  ) {
    faults.add('/sessions', 'CALENDAR.NO_SESSIONS', {
      vi: 'Lịch phải có ít nhất một phiên làm việc.',
      en: 'A calendar must have at least one session.',
    });
  }
  return Object.fromEntries(entries) as unknown as Record<Weekday, readonly Session[]>;
}

/**
 * The weekdays that are meant to have no sessions. Where sessions are there but cannot be read, or none are there at all,
 * that is the fault to report, and not each compensatory day that leans on them.
 */
export function weekdaysWithoutSessions(value: unknown): ReadonlySet<Weekday> {
  const table = isObject(value) ? value : {};
  const empty = WEEKDAYS.filter((weekday) => {
    const sessions = table[weekday];
    return sessions === undefined || (Array.isArray(sessions) && sessions.length === 0);
  });
  return new Set(empty.length === WEEKDAYS.length ? [] : empty);
}

function parseWeekday(value: unknown, pointer: string, faults: FaultList): readonly Session[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.add(pointer, 'CALENDAR.SESSIONS_INVALID', {
      vi: 'Phải là danh sách phiên làm việc, ví dụ [["07:00", "11:30"]].',
      en: 'Must be a list of sessions, such as [["07:00", "11:30"]].',
    });
    return [];
  }
  const sessions: Session[] = [];
  let lastClose = 0;
  value.forEach((item: unknown, i) => {
    const session = parseSession(item, `${pointer}/${i}`, faults);
    if (!session) return;
    const [open, close] = session.map(clockTime) as [number, number];
    if (open < lastClose) {
      faults.add(`${pointer}/${i}`, 'CALENDAR.SESSIONS_OVERLAP', {
        vi: 'Các phiên trong ngày phải theo thứ tự và không chồng lên nhau.',
        en: 'The sessions of a day must be in order and must not overlap.',
      });
    }
    lastClose = Math.max(lastClose, close);
    sessions.push(session);
  });
  return sessions;
}

function parseSession(item: unknown, pointer: string, faults: FaultList): Session | undefined {
  if (!Array.isArray(item) || item.length !== 2) {
    faults.add(pointer, 'CALENDAR.SESSION_INVALID', {
      vi: 'Một phiên gồm giờ mở và giờ đóng cửa, ví dụ ["07:00", "11:30"].',
      en: 'A session is its opening and its close, such as ["07:00", "11:30"].',
    });
    return undefined;
  }
  const times = item.map((text: unknown, i) => {
    const time = clockTime(text);
    if (time === undefined) {
      faults.add(`${pointer}/${i}`, 'CALENDAR.TIME_INVALID', {
        vi: 'Giờ phải viết dạng HH:MM, từ 00:00 đến 23:59.',
        en: 'A time must be written HH:MM, from 00:00 to 23:59.',
      });
    }
    return time;
  });
  const [open, close] = times;
  if (open === undefined || close === undefined) return undefined;
  if (close <= open) {
    faults.add(pointer, 'CALENDAR.SESSION_REVERSED', {
      vi: 'Giờ đóng cửa phải sau giờ mở cửa.',
      en: 'A session must close after it opens.',
    });
    return undefined;
  }
  return item as unknown as Session;
}
