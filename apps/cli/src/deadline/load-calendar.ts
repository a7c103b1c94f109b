import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileCalendar, parseCalendar, type WorkingCalendar } from '@motcua/legal-clock';

const SEED = new URL('../../../procedure-catalogue/seed/calendars/', import.meta.url);
import { CalendarUnreadable } from './calendar-unreadable.js';

/** A calendar of the seed by its code (`VN`), or a JSON file of one. Throws `CalendarUnreadable`, `CALENDAR.INVALID`. */
export function loadCalendar(codeOrFile: string): WorkingCalendar {
  const file = /^[A-Za-z0-9-]+$/.test(codeOrFile) ? fileURLToPath(new URL(`${codeOrFile}.json`, SEED)) : codeOrFile;
  return compileCalendar(parseCalendar(readJson(file, codeOrFile)));
}

function readJson(file: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as { code?: string };
    throw new CalendarUnreadable(name, code ?? (error as Error).message);
  }
}
