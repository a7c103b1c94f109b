import {
  type CalendarDefinition,
  type Deadline,
  sayInstant,
  type WorkingCalendar,
  workingTime,
} from '@motcua/legal-clock';
import type { Language } from '@motcua/kernel';
import { STRIP_WORDS } from './words.js';

const HOUR = 3_600_000;
const CELL = HOUR / 2;
const LONGEST_BY_HOURS = 21;
/** A strip is for the eye: what is longer is left out, and said. */
const LONGEST_BY_DAYS = 400;

const CELLS = { counted: '█', paused: '▒', discarded: '×', open: '░', closed: '·' } as const;

/** What the term does in an interval: the counted, paused and discarded stretches that the steps tell of. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'counted' | 'paused' | 'discarded';
}

/** The days of a deadline drawn as lines of text: half hours of each day, or days of each week where it is long. */
export function calendarStrip(calendar: WorkingCalendar, deadline: Deadline, language: Language): readonly string[] {
  const stretches = stretchesOf(deadline);
  const first = dateOf(calendar, deadline.steps[0]?.from ?? deadline.startedAt);
  const last = dateOf(calendar, deadline.statutoryDueAt ?? lastKnown(deadline));
  const days = first.until(last).days + 1;
  const dates = Array.from({ length: Math.min(days, LONGEST_BY_DAYS) }, (_, i) => first.add({ days: i }));
  const lines =
    days <= LONGEST_BY_HOURS
      ? dates.map((date) => dayLine(calendar, deadline, date, stretches, language))
      : weekLines(calendar, dates, stretches, language);
  const words = STRIP_WORDS[language];
  const header = days <= LONGEST_BY_HOURS ? [`${' '.repeat(LABEL)}${hoursHeader(calendar)}`] : [];
  const more = days > dates.length ? [words.more(days - dates.length)] : [];
  return [...header, ...lines, ...more, '', words.legend(CELLS)];
}

const LABEL = 13;

function dayLine(
  calendar: WorkingCalendar,
  deadline: Deadline,
  date: Temporal.PlainDate,
  stretches: readonly Stretch[],
  language: Language,
): string {
  const midnight = date.toZonedDateTime(calendar.timeZone).epochMilliseconds;
  const [open, close] = hoursOf(calendar.definition);
  let cells = '';
  for (let t = midnight + open * HOUR; t < midnight + close * HOUR; t += CELL)
    cells += cellOf(calendar, t, t + CELL, stretches);
  const label = `${STRIP_WORDS[language].weekdays[date.dayOfWeek - 1] ?? ''} ${shortDate(date)}`;
  return `  ${label.padEnd(LABEL - 2)}${cells}  ${notes(calendar, deadline, date, language)}`.trimEnd();
}

/** Weeks of seven days each, for terms that would fill the screen by hours. */
function weekLines(
  calendar: WorkingCalendar,
  dates: readonly Temporal.PlainDate[],
  stretches: readonly Stretch[],
  language: Language,
): string[] {
  const weeks = new Map<string, string[]>();
  for (const date of dates) {
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    const week = weeks.get(monday.toString()) ?? Array.from({ length: 7 }, () => ' ');
    const from = date.toZonedDateTime(calendar.timeZone).epochMilliseconds;
    week[date.dayOfWeek - 1] = cellOf(calendar, from, from + 24 * HOUR, stretches);
    weeks.set(monday.toString(), week);
  }
  const header = STRIP_WORDS[language].weekdays
    .map((name) => name.padEnd(3))
    .join('')
    .trimEnd();
  const rows = [...weeks].map(([monday, week]) => {
    const date = Temporal.PlainDate.from(monday);
    return `  ${`${shortDate(date)}/${date.year}`.padEnd(LABEL - 2)}${week.map((cell) => `${cell}  `).join('')}`.trimEnd();
  });
  return [`${' '.repeat(LABEL)}${header}`, ...rows];
}

/** One character for an interval: what most of its sessions, or most of it, are to the term. */
function cellOf(calendar: WorkingCalendar, from: number, to: number, stretches: readonly Stretch[]): string {
  const worked = (a: number, b: number): number =>
    b <= a
      ? 0
      : workingTime(calendar, Temporal.Instant.fromEpochMilliseconds(a), Temporal.Instant.fromEpochMilliseconds(b));
  const whole = worked(from, to);
  const share = (kind: Stretch['kind']): number =>
    stretches
      .filter((stretch) => stretch.kind === kind)
      .map((stretch) => [Math.max(from, stretch.from), Math.min(to, stretch.to)] as const)
      .reduce((sum, [a, b]) => sum + (whole > 0 ? worked(a, b) : Math.max(0, b - a)), 0);
  const [counted, paused, discarded] = [share('counted'), share('paused'), share('discarded')];
  if (whole === 0) return CELLS.closed;
  const most = Math.max(counted, paused, discarded, whole - counted - paused - discarded);
  if (most === 0) return CELLS.open;
  if (most === counted) return CELLS.counted;
  if (most === paused) return CELLS.paused;
  return most === discarded ? CELLS.discarded : CELLS.open;
}

function stretchesOf({ steps, statutoryDueAt }: Deadline): readonly Stretch[] {
  const due = statutoryDueAt?.epochMilliseconds ?? Infinity;
  return steps.flatMap(({ rule, from, to, discarded }): Stretch[] => {
    // A supplement that is requested when the term has ended pauses nothing.
    if (!from || rule === 'R3' || from.epochMilliseconds >= due) return [];
    const kind = rule === 'R8' ? 'paused' : discarded ? 'discarded' : 'counted';
    return [{ from: from.epochMilliseconds, to: to?.epochMilliseconds ?? Infinity, kind }];
  });
}

function notes(calendar: WorkingCalendar, deadline: Deadline, date: Temporal.PlainDate, language: Language): string {
  const words = STRIP_WORDS[language];
  const { definition } = calendar;
  const written = date.toString();
  const off = definition.daysOff.find((day) => day.date === written);
  const compensatory = definition.compensatoryDays.find((day) => day.date === written);
  const at = (instant: Temporal.Instant | null | undefined, what: string): string[] =>
    instant && dateOf(calendar, instant).equals(date)
      ? [`${what} ${sayInstant(calendar, instant).vi.split(' ')[0] ?? ''}`]
      : [];
  return [
    ...(off ? [`${words.off}${off.name ? `: ${off.name}` : ''}`] : []),
    ...(compensatory ? [words.compensatory] : []),
    ...at(deadline.steps[0]?.from, words.accepted),
    ...deadline.steps
      .filter(({ rule }) => rule === 'R8')
      .flatMap(({ from, to }) => [...at(from, words.requested), ...at(to, words.completed)]),
    ...at(deadline.promisedDueAt, words.promised),
    ...at(deadline.statutoryDueAt, words.due),
  ].join(', ');
}

/** The whole hours within which all sessions of a week lie. */
function hoursOf({ sessions }: CalendarDefinition): readonly [open: number, close: number] {
  const times = Object.values(sessions).flat();
  const open = Math.min(...times.map(([from]) => Number(from.slice(0, 2))));
  const close = Math.max(...times.map(([, to]) => Math.ceil(Number(to.slice(0, 2)) + Number(to.slice(3, 5)) / 60)));
  return [open, close];
}

function hoursHeader(calendar: WorkingCalendar): string {
  const [open, close] = hoursOf(calendar.definition);
  const hours = Array.from({ length: close - open }, (_, i) => String(open + i).padStart(2, '0'));
  return hours.join('');
}

const lastKnown = ({ steps, startedAt }: Deadline): Temporal.Instant =>
  steps.flatMap(({ from, to }) => [from, to]).findLast((instant) => instant !== null) ?? startedAt;

const dateOf = (calendar: WorkingCalendar, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(calendar.timeZone).toPlainDate();

const shortDate = (date: Temporal.PlainDate): string =>
  `${String(date.day).padStart(2, '0')}/${String(date.month).padStart(2, '0')}`;
