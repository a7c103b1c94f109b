import type { CalendarDefinition, Session } from '../calendar/calendar-definition.js';
import { WEEKDAYS } from '../calendar/calendar-definition.js';
import { parseCalendar } from '../calendar/parse-calendar.js';
import type { DeadlineInput } from '../deadline/deadline-request.js';
import type { Supplement } from '../deadline/pause-or-restart.js';
import type { Term } from '../deadline/term.js';

/** Numbers that are the same on every run (mulberry32). */
export class Random {
  constructor(private state: number) {}

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(percent: number): boolean {
    return this.between(1, 100) <= percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)] as T;
  }
}

const ZONES = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Pacific/Marquesas',
  'Australia/Eucla',
  'America/Phoenix',
];

/** No random dossier looks further back. */
export const FIRST_DATE = Temporal.PlainDate.from('2025-11-15');
/** The dates that a random calendar may list. */
const LISTED_DAYS = 120;
const DAY = 86_400_000;

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const ORDINARY: readonly Session[] = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

/** Nothing, ordinary hours, one minute, all day long, or up to four sessions of any length of which some touch. */
function randomSessions(random: Random): readonly Session[] {
  if (random.chance(25)) return [];
  if (random.chance(30)) return ORDINARY;
  if (random.chance(10)) return [['00:00', '23:59']];
  const sessions: Session[] = [];
  let from = random.chance(20) ? 0 : random.between(0, 900);
  for (let count = random.between(1, 4); count > 0 && from < 1438; count--) {
    const to = Math.min(1439, from + (random.chance(20) ? 1 : random.between(1, 400)));
    sessions.push([written(from), written(to)]);
    from = random.chance(40) ? to : to + random.between(1, 200);
  }
  return sessions;
}

export function randomCalendar(random: Random): CalendarDefinition {
  const sessions = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, randomSessions(random)]));
  if (Object.values(sessions).every((day) => day.length === 0)) sessions[random.pick(WEEKDAYS)] = ORDINARY;
  const working = WEEKDAYS.filter((weekday) => (sessions[weekday] ?? []).length > 0);
  const daysOff: object[] = [];
  const compensatoryDays: object[] = [];
  const [offShare, swapShare] = [random.pick([0, 3, 15, 50]), random.pick([0, 3, 15, 40])];
  for (let i = 0; i < LISTED_DAYS; i++) {
    const date = FIRST_DATE.add({ days: i });
    if (random.chance(offShare)) daysOff.push({ date: date.toString() });
    else if (random.chance(swapShare)) {
      // Any date of the wanted weekday, listed or not, near or far.
      const weekday = WEEKDAYS.indexOf(random.pick(working)) + 1;
      const replaces = date.add({ days: weekday - date.dayOfWeek + 7 * random.pick([-2, 1, 3, 60]) });
      compensatoryDays.push({ date: date.toString(), replaces: replaces.toString() });
    }
  }
  return parseCalendar({
    name: 'random',
    timeZone: random.pick(ZONES),
    sessions,
    sameDayCutoff: random.chance(50) ? '15:00' : written(random.between(0, 1439)),
    publishedYears: random.pick([[], [2025], [2026], [2025, 2026], [2025, 2026, 2027]]),
    daysOff,
    compensatoryDays,
  });
}

/** The oracle walks every minute: a term in working units is kept to some weeks even where a week works one minute. */
const LONGEST_WALK_IN_WEEKS = 30;

const minutesPerWeek = ({ sessions }: CalendarDefinition): number =>
  Object.values(sessions)
    .flat()
    .map(([open, close]) => Temporal.PlainTime.from(open).until(Temporal.PlainTime.from(close)).total('minutes'))
    .reduce((sum, minutes) => sum + minutes, 0);

function randomTerm(random: Random, calendar: CalendarDefinition): Term {
  const long = random.chance(5);
  const hours = Math.floor((LONGEST_WALK_IN_WEEKS * minutesPerWeek(calendar)) / 60);
  const wanted = random.pick(['sameDay', 'workingDay', 'workingHour', 'calendarDay', 'month'] as const);
  if (wanted === 'sameDay') return { unit: 'sameDay' };
  if (wanted === 'workingDay' && hours >= 8) {
    return { unit: wanted, amount: random.between(1, Math.min(long ? 60 : 8, Math.floor(hours / 8))) };
  }
  if (wanted === 'workingHour' && hours >= 1) {
    return { unit: wanted, amount: random.between(1, Math.min(long ? 300 : 40, hours)) };
  }
  if (wanted === 'month') return { unit: wanted, amount: random.between(1, long ? 30 : 4) };
  return { unit: 'calendarDay', amount: random.between(1, long ? 400 : 25) };
}

/** An instant near another, often on the edge of a session or a millisecond off it. */
function later(random: Random, calendar: CalendarDefinition, than: number, within: number): number {
  const somewhere = than + (random.chance(10) ? 0 : random.between(0, within));
  if (random.chance(45)) return random.chance(50) ? somewhere : Math.ceil(somewhere / 60_000) * 60_000;
  const day = Temporal.Instant.fromEpochMilliseconds(somewhere).toZonedDateTimeISO(calendar.timeZone);
  const edges = [...Object.values(calendar.sessions).flat(2), calendar.sameDayCutoff, '00:00'];
  const edge = day.toPlainDate().toZonedDateTime({ timeZone: calendar.timeZone, plainTime: random.pick(edges) });
  const moved = edge.epochMilliseconds + random.pick([0, 0, 0, 1, -1, 1_000, -1_000, 61_001]);
  return moved < than ? moved + DAY : moved;
}

export function randomInput(random: Random, definition: CalendarDefinition): Omit<DeadlineInput, 'calendar'> {
  const instant = (t: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(t);
  const earliest = FIRST_DATE.add({ days: 2 }).toZonedDateTime(definition.timeZone).epochMilliseconds;
  const acceptedAt = later(random, definition, earliest, 80 * DAY);
  const supplements: Supplement[] = [];
  let from = acceptedAt;
  const pace = random.pick([DAY / 4, DAY, 4 * DAY, 12 * DAY]);
  for (let count = random.chance(35) ? 0 : random.between(1, random.chance(10) ? 8 : 3); count > 0; count--) {
    const requested = later(random, definition, from, pace);
    const completed = later(random, definition, requested, pace);
    const open = count === 1 && random.chance(20);
    supplements.push({ requestedAt: instant(requested), completedAt: open ? null : instant(completed) });
    from = completed;
  }
  return {
    acceptedAt: instant(acceptedAt),
    term: randomTerm(random, definition),
    reductionBasisPoints: random.pick([0, 2000, 2000, 1, 9999, 3333, random.between(0, 9999)]),
    supplementPolicy: random.pick(['pause', 'restart']),
    supplements,
  };
}
