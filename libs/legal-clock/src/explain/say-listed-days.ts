import type { Localized } from '@motcua/kernel';
import { epochDay, weekdayIndex } from '../calendar/epoch-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { dayOf } from '../calendar/working-time.js';
import { DAY } from '../units.js';

interface Listed {
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
export const sayListedDays = (calendar: WorkingCalendar, from: number, to: number): Localized => {
  const within = ({ date }: { readonly date: string }): boolean => {
    const day = epochDay(date) as number;
    return day >= dayOf(from) && day <= dayOf(to);
  };
  const off = calendar.definition.daysOff
    .filter(within)
    .filter(({ date }) => (calendar.week[weekdayIndex(epochDay(date) as number)]?.total ?? 0) > 0);
  const worked = calendar.definition.compensatoryDays.filter(within);
  const offText = saySpells(spells(off));
  const workedText = saySpells(spells(worked.map(({ date }) => ({ date }))));
  return {
    vi:
      (offText ? ` Không tính ngày nghỉ ${offText.vi}.` : '') +
      (workedText ? ` Tính cả ngày làm bù ${workedText.vi}.` : ''),
    en:
      (offText ? ` Days off ${offText.en} do not count.` : '') +
      (workedText ? ` Compensatory days ${workedText.en} count.` : ''),
  };
};

/** Days that follow each other make one spell. */
function spells(days: readonly { readonly date: string; readonly name?: string }[]): Listed[] {
  const found: Listed[] = [];
  const ordered = days.map(({ date, name }) => ({ day: epochDay(date) as number, name })).sort((a, b) => a.day - b.day);
  for (const { day, name } of ordered) {
    const names = name ? [name] : [];
    const previous = found.at(-1);
    if (previous?.last === day - 1) {
      found[found.length - 1] = { ...previous, last: day, names: [...new Set([...previous.names, ...names])] };
    } else found.push({ first: day, last: day, names });
  }
  return found;
}

function saySpells(found: readonly Listed[]): Localized | undefined {
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
