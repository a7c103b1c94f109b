import type { CalendarDefinition, Session } from './calendar-definition.js';
import { WEEKDAYS } from './calendar-definition.js';
import { clockTime } from './clock-time.js';
import { listedDays } from './days-off-and-compensatory-days.js';
import type { SessionsOfDay } from './time-within-sessions.js';
import { sessionsOfDay, NO_SESSIONS } from './time-within-sessions.js';
import { weekdayIndex, yearOfDay } from './epoch-day.js';
import { startOfYear } from './local-time.js';
import { parsed } from './parsed.js';
import { constantOffsetAround } from './time-zone-span.js';
import type { WorkingCalendar } from './working-calendar.js';
import { pagesOf, weeklyWorkedBefore } from './working-calendar.js';
import { yearsUsed } from './years-used.js';

const compiled = new WeakMap<CalendarDefinition, WorkingCalendar>();

/** Prepares a calendar for counting: some microseconds per listed day, kept for as long as the definition lives. */
export function compileCalendar(definition: CalendarDefinition): WorkingCalendar {
  const known = compiled.get(definition);
  if (known) return known;
  const calendar = compile(definition);
  compiled.set(definition, calendar);
  return calendar;
}

function compile(definition: CalendarDefinition): WorkingCalendar {
  const week = WEEKDAYS.map((weekday) => scheduleOfSessions(definition.sessions[weekday]));
  const workedInWeek = sumsOf(week.map(({ total }) => total));
  if (!workedInWeek[7]) throw new RangeError('a calendar without sessions cannot be counted on: parse it first');

  const listed = listedDays(definition, week);
  const corrections = sumsOf(
    listed.map(({ day, schedule }) => schedule.total - (week[weekdayIndex(day)] ?? NO_SESSIONS).total),
  );
  const workedBeforeListed = listed.map(
    ({ day }, at) => weeklyWorkedBefore(workedInWeek, day) + (corrections[at] as number),
  );

  const days = listed.map(({ day }) => day);
  const { first } = yearsUsed([...definition.publishedYears, ...days.map(yearOfDay)]);
  const span = constantOffsetAround(first, definition.timeZone);
  return {
    definition,
    timeZone: definition.timeZone,
    offset: span.offset,
    constantFrom: span.from,
    constantUntil: span.until,
    sameDayCutoff: parsed(clockTime(definition.sameDayCutoff)),
    published: publishedStretches(definition.publishedYears),
    week,
    workedInWeek,
    listedDays: days,
    listedPages: pagesOf(days),
    listedSchedules: listed.map(({ schedule }) => schedule),
    listedNames: listed.map(({ name }) => name),
    corrections,
    workedBeforeListed,
  };
}

/** The sum before each of these numbers, and after the last. */
function sumsOf(numbers: readonly number[]): number[] {
  let sum = 0;
  return [sum, ...numbers.map((number) => (sum += number))];
}

function publishedStretches(years: readonly number[]): WorkingCalendar['published'] {
  const stretches: { from: number; until: number }[] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const [from, until] = [startOfYear(year), startOfYear(year + 1)];
    const previous = stretches.at(-1);
    if (previous?.until === from) previous.until = until;
    else stretches.push({ from, until });
  }
  return stretches;
}

const scheduleOfSessions = (sessions: readonly Session[]): SessionsOfDay =>
  sessionsOfDay(sessions.map(([open, close]) => [parsed(clockTime(open)), parsed(clockTime(close))]));
