import { type Queries, rowTable, sql } from '@motcua/platform';
import type { CalendarDefinition } from '@motcua/legal-clock';

export interface CalendarRecord {
  readonly code: string;
  readonly revision: number;
  readonly definition: CalendarDefinition;
}

export const CALENDARS = rowTable<CalendarRecord>('working_calendar', {
  code: 'key',
  revision: 'plain',
  definition: 'plain',
});

export const findCalendars = (queries: Queries, codes: readonly string[]): Promise<CalendarRecord[]> =>
  queries.query(sql`SELECT ${CALENDARS.columns()} FROM working_calendar WHERE code = ANY (${codes})`);

/** In order of their codes, after one. */
export const listCalendars = (queries: Queries, after: string, limit: number): Promise<CalendarRecord[]> =>
  queries.query(
    sql`SELECT ${CALENDARS.columns()} FROM working_calendar WHERE code > ${after} ORDER BY code LIMIT ${limit}`,
  );
