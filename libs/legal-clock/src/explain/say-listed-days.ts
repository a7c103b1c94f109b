import type { Localized } from '@motcua/kernel';
import { weekdayIndex } from '../calendar/epoch-day.js';
import { isDayOff, type SessionsOfDay } from '../calendar/time-within-sessions.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { firstListedFrom } from '../calendar/working-calendar.js';
import { dayOf } from '../calendar/working-time.js';
import { DAY } from '../durations.js';

interface Spell {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

/** More than this many spells are counted, not named: an explanation is read by a person. */
const NAMED = 8;

/**
 * The listed days between two local instants that matter to who counts: days off on weekdays that otherwise have
 * sessions, and compensatory days (R5). Empty sentences when there are none.
 */
export function sayListedDays(calendar: WorkingCalendar, from: number, to: number): Localized {
  const off: Spell[] = [];
  const worked: Spell[] = [];
  const { listedDays, listedSchedules, listedNames, week } = calendar;
  const end = firstListedFrom(calendar, dayOf(to) + 1);
  for (let i = firstListedFrom(calendar, dayOf(from)); i < end; i++) {
    const day = listedDays[i] as number;
    if (!isDayOff(listedSchedules[i] as SessionsOfDay)) extend(worked, day, '');
    // "Tết Nguyên đán (mùng một)" is one day of a spell that its first words name.
    else if (!isDayOff(week[weekdayIndex(day)] as SessionsOfDay))
      extend(off, day, (listedNames[i] as string).replace(/ \(.*\)$/, ''));
  }
  const offText = saySpells(off);
  const workedText = saySpells(worked);
  return {
    vi:
      (offText ? ` Không tính ngày nghỉ ${offText.vi}.` : '') +
      (workedText ? ` Tính cả ngày làm bù ${workedText.vi}.` : ''),
    en:
      (offText ? ` Days off ${offText.en} do not count.` : '') +
      (workedText ? ` Compensatory days ${workedText.en} count.` : ''),
  };
}

/** Days that follow each other make one spell. */
function extend(spells: Spell[], day: number, name: string): void {
  const names = name === '' ? [] : [name];
  const previous = spells.at(-1);
  if (previous?.last !== day - 1) spells.push({ first: day, last: day, names });
  else spells[spells.length - 1] = { ...previous, last: day, names: [...new Set([...previous.names, ...names])] };
}

function saySpells(found: readonly Spell[]): Localized | undefined {
  if (found.length === 0) return undefined;
  const named = found.slice(0, NAMED).map(({ first, last, names }) => {
    const dates = first === last ? shortDate(first) : `${shortDate(first)}–${shortDate(last)}`;
    return names.length > 0 ? `${dates} (${names.join(', ')})` : dates;
  });
  const more = found.length - named.length;
  return {
    vi: named.join('; ') + (more > 0 ? ` và ${more} đợt khác` : ''),
    en: named.join('; ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

function shortDate(day: number): string {
  const [year = '', month = '', date = ''] = new Date(day * DAY).toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}
