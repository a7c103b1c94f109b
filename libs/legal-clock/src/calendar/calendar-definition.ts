/** The days of the week as calendars name them, Monday first (ISO 8601). */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** One working session `[open, close)`, as wall times `HH:MM`; the close itself is outside. */
export type Session = readonly [open: string, close: string];

/** A date (`2026-09-02`) without sessions (R5). */
export interface DayOff {
  readonly date: string;
  readonly name?: string;
}

/** A date that works the sessions of the weekday of `replaces` (R5); `replaces` does not thereby become a day off. */
export interface CompensatoryDay {
  readonly date: string;
  readonly replaces: string;
  readonly name?: string;
}

/** A working calendar as it is published, stored and sent between services: plain JSON. Made by `parseCalendar`. */
export interface CalendarDefinition {
  readonly name: string;
  /** A zone of the IANA database (or a fixed offset) whose offset is constant in the years used. */
  readonly timeZone: string;
  /** Ordered sessions of each weekday; empty for a weekly day off. */
  readonly sessions: Readonly<Record<Weekday, readonly Session[]>>;
  /** Wall time until which, itself included, a same-day dossier is due on the same day (R7). */
  readonly sameDayCutoff: string;
  /** The years whose days off are decided. They decide only whether a due date is provisional. */
  readonly publishedYears: readonly number[];
  readonly daysOff: readonly DayOff[];
  readonly compensatoryDays: readonly CompensatoryDay[];
}
