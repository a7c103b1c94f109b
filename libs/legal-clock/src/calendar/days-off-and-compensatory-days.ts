import type { CalendarDefinition } from './calendar-definition.js';
import { epochDay, weekdayIndex } from './epoch-day.js';
import { parsed } from './parsed.js';
import type { SessionsOfDay } from './time-within-sessions.js';
import { NO_SESSIONS } from './time-within-sessions.js';

interface Listed {
  readonly day: number;
  readonly name: string;
  readonly schedule: SessionsOfDay;
}

/** Days off have no sessions; a compensatory day has those of the weekday it replaces, whatever its own has. @rule R5 */
export function listedDays(definition: CalendarDefinition, week: readonly SessionsOfDay[]): Listed[] {
  const off = definition.daysOff.map(({ date, name = '' }): Listed => ({
    day: parsed(epochDay(date)),
    name,
    schedule: NO_SESSIONS,
  }));
  const worked = definition.compensatoryDays.map(({ date, replaces, name = '' }): Listed => ({
    day: parsed(epochDay(date)),
    name,
    schedule: week[weekdayIndex(parsed(epochDay(replaces)))] ?? NO_SESSIONS,
  }));
  return [...off, ...worked].sort((a, b) => a.day - b.day);
}
