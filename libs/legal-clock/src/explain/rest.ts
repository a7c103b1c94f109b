import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { worked } from '../calendar/working-time.js';
import { start } from '../deadline/start-of-term.js';
import type { Term } from '../deadline/term.js';
import { countsCalendarTime } from '../deadline/term.js';

/** What a pause leaves of a term: working time, or elapsed time for terms in calendar units (R8). */
export type Rest = { readonly working: number } | { readonly elapsed: number };

export const restAt = (calendar: WorkingCalendar, term: Term, requested: number, due: number): Rest =>
  countsCalendarTime(term)
    ? { elapsed: due - start(calendar, requested) }
    : { working: worked(calendar, requested, due) };
