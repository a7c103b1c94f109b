import type { CalendarDefinition } from '../calendar/calendar-definition.js';
import type { DeadlineInput } from '../deadline/deadline-request.js';
import type { Term } from '../deadline/term.js';

/**
 * A second reading of the legal clock's specification, as slow and as plain as possible: it paints every minute of every
 * day as worked or not, and then walks from minute to minute. It shares no code and no method with the library.
 * Sessions must be on whole minutes. Instants are epoch milliseconds.
 */
export interface OracleAnswer {
  readonly state: 'running' | 'paused';
  readonly startedAt: number;
  readonly statutoryDueAt: number | null;
  readonly promisedDueAt: number | null;
  readonly provisional: boolean;
}

interface PaintedDay {
  readonly date: Temporal.PlainDate;
  readonly midnight: number;
  readonly worked: Uint8Array;
}

const MINUTE = 60_000;
// Jest's sandbox looks globals up slowly, and this is asked for every minute of every term.
const { floor, min } = Math;
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export class Oracle {
  private readonly days: PaintedDay[] = [];

  constructor(
    private readonly definition: CalendarDefinition,
    private readonly firstDate: Temporal.PlainDate,
  ) {}

  answer(input: Omit<DeadlineInput, 'calendar'>): OracleAnswer {
    const { term, reductionBasisPoints: r = 0, supplementPolicy = 'pause', supplements = [] } = input;
    const t = input.acceptedAt.epochMilliseconds;
    let law = this.due(term, t);
    let promise = min(law, this.promised(term, t, r));
    let open: number | undefined;
    for (const { requestedAt, completedAt } of supplements) {
      const from = requestedAt.epochMilliseconds;
      if (!completedAt) {
        open = from;
        continue;
      }
      const to = completedAt.epochMilliseconds;
      const move = (due: number, again: number): number => {
        if (from >= due) return due;
        if (supplementPolicy === 'restart') return Math.max(due, again);
        if (term.unit === 'calendarDay' || term.unit === 'month') {
          const left = due - this.start(from);
          return left === 0 ? due : this.settle(this.start(to) + left);
        }
        const left = this.workedBetween(from, due);
        return left === 0 ? due : this.add(to, left);
      };
      law = move(law, this.due(term, to));
      promise = min(law, move(promise, this.promised(term, to, r)));
    }
    const paused = open !== undefined && open < law;
    const firstYear = this.dayAt(t).date.year;
    const lastYear = this.dayAt(paused ? (open as number) : law).date.year;
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
    return {
      state: paused ? 'paused' : 'running',
      startedAt: this.start(t),
      statutoryDueAt: paused ? null : law,
      promisedDueAt: paused ? null : promise,
      provisional: !years.every((year) => this.definition.publishedYears.includes(year)),
    };
  }

  /** Minute by minute: a minute is worked as a whole or not at all. */
  add(t: number, duration: number): number {
    let now = t;
    let left = duration;
    while (left > 0) {
      const minuteEnds = (floor(now / MINUTE) + 1) * MINUTE;
      if (this.isWorked(now)) {
        const taken = min(left, minuteEnds - now);
        left -= taken;
        now += taken;
      } else now = minuteEnds;
    }
    return now;
  }

  workedBetween(a: number, b: number): number {
    let sum = 0;
    for (let now = a; now < b;) {
      const next = min(b, (floor(now / MINUTE) + 1) * MINUTE);
      if (this.isWorked(now)) sum += next - now;
      now = next;
    }
    return sum;
  }

  start(t: number): number {
    let now = t;
    while (!this.isWorked(now)) now = (floor(now / MINUTE) + 1) * MINUTE;
    return now;
  }

  settle(raw: number): number {
    let day = this.dayAt(raw);
    if (!day.worked.includes(1)) {
      while (!day.worked.includes(1)) day = this.after(day);
      return this.closeOf(day);
    }
    if (this.isWorked(raw)) return raw;
    if (raw % MINUTE === 0 && raw > day.midnight && this.isWorked(raw - 1)) return raw;
    for (let now = (floor(raw / MINUTE) + 1) * MINUTE; now < this.after(day).midnight; now += MINUTE) {
      if (this.isWorked(now)) return now;
    }
    return this.closeOf(day);
  }

  private due(term: Term, t: number): number {
    if (term.unit === 'sameDay') {
      const today = this.dayAt(t);
      const late = Temporal.PlainTime.compare(this.wallTime(t).toPlainTime(), this.definition.sameDayCutoff) > 0;
      if (!today.worked.includes(1) || !late) return this.closeOf(this.dayAt(this.start(t)));
      let next = this.after(today);
      while (!next.worked.includes(1)) next = this.after(next);
      return this.closeOf(next);
    }
    if (term.unit === 'workingHour') return this.add(this.start(t), term.amount * 60 * MINUTE);
    if (term.unit === 'workingDay') return this.add(this.start(t), term.amount * 480 * MINUTE);
    return this.settle(this.raw(term, t));
  }

  private promised(term: Term, t: number, reduction: number): number {
    if (term.unit === 'sameDay') return this.due(term, t);
    const begun = this.start(t);
    const minutes = (whole: number): number => Number((BigInt(whole) * BigInt(10_000 - reduction)) / 10_000n) * MINUTE;
    if (term.unit === 'workingHour') return this.add(begun, minutes(term.amount * 60));
    if (term.unit === 'workingDay') return this.add(begun, minutes(term.amount * 480));
    return this.settle(begun + minutes(floor((this.raw(term, t) - begun) / MINUTE)));
  }

  private raw(term: Term, t: number): number {
    if (term.unit === 'sameDay') throw new Error('has no raw end');
    const duration = term.unit === 'month' ? { months: term.amount } : { days: term.amount };
    return this.wallTime(this.start(t)).add(duration, { overflow: 'constrain' }).epochMilliseconds;
  }

  private wallTime(t: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(this.definition.timeZone);
  }

  private isWorked(t: number): boolean {
    const day = this.dayAt(t);
    return day.worked[floor((t - day.midnight) / MINUTE)] === 1;
  }

  private closeOf(day: PaintedDay): number {
    return day.midnight + (day.worked.lastIndexOf(1) + 1) * MINUTE;
  }

  private dayAt(t: number): PaintedDay {
    const first = this.day(0);
    if (t < first.midnight) throw new Error('before the first painted day');
    return this.day(floor((t - first.midnight) / 86_400_000));
  }

  private after(day: PaintedDay): PaintedDay {
    return this.dayAt(day.midnight + 86_400_000);
  }

  private day(index: number): PaintedDay {
    while (this.days.length <= index) this.days.push(this.paint(this.firstDate.add({ days: this.days.length })));
    return this.days[index] as PaintedDay;
  }

  private paint(date: Temporal.PlainDate): PaintedDay {
    const written = date.toString();
    const swap = this.definition.compensatoryDays.find((day) => day.date === written);
    const off = this.definition.daysOff.some((day) => day.date === written);
    const pattern = swap ? Temporal.PlainDate.from(swap.replaces) : date;
    const sessions = off ? [] : this.definition.sessions[NAMES[pattern.dayOfWeek - 1] ?? 'monday'];
    const worked = new Uint8Array(1440);
    for (const [open, close] of sessions) worked.fill(1, minuteOf(open), minuteOf(close));
    return { date, midnight: date.toZonedDateTime(this.definition.timeZone).epochMilliseconds, worked };
  }
}

function minuteOf(text: string): number {
  const time = Temporal.PlainTime.from(text);
  return time.hour * 60 + time.minute;
}
