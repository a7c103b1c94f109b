import { CalendarChangedV1 } from '@motcua/contracts';
import type { CalendarDefinition } from '@motcua/legal-clock';
import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange } from '@motcua/platform';
import { type CalendarRecord, CALENDARS, findCalendars } from '../persistence/calendars.js';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';
import { type CalendarView, calendarView } from '../views/calendar.view.js';

interface MaintainCalendar {
  readonly code: string;
  readonly definition: CalendarDefinition;
  readonly actor: string;
  readonly seen: number | undefined;
}

interface CalendarChange extends RowChange<CalendarRecord> {
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const CALENDAR: Aggregate<CalendarChange> = {
  save: async (queries, changes) => {
    await CALENDARS.save(queries, changes);
    return undefined;
  },
  events: ({ after: { code, revision, definition }, at: time }) => [
    { contract: CalendarChangedV1, key: code, data: { code, revision, definition: { ...definition } }, time },
  ],
  history: ({ before, after: { code, revision, definition }, actor, at }) => [
    line('calendar', code, before ? 'changed' : 'created', { at, actor, detail: { revision, definition } }),
  ],
};

/** Creates or replaces a working calendar; each change is a new revision, and due dates name the one they used (R12). */
export const MAINTAIN_CALENDAR: CommandKind<
  MaintainCalendar,
  { readonly before: CalendarRecord | null },
  CalendarChange,
  CalendarView
> = {
  aggregate: CALENDAR,
  about: ({ code }) => `calendar/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    await lockNames(queries, 'calendar', codes);
    const found = new Map((await findCalendars(queries, codes)).map((calendar) => [calendar.code, calendar]));
    return codes.map((code) => ({ before: found.get(code) ?? null }));
  },
  decide: ({ before }, { code, definition, actor, seen }, at) => {
    assertVersion(before?.revision, seen);
    return { before, after: { code, definition, revision: (before?.revision ?? 0) + 1 }, actor, at };
  },
  answer: ({ after }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/working-calendars/${after.code}` };
    return after.revision === 1 ? created(calendarView(after), headers) : ok(calendarView(after), headers);
  },
};
