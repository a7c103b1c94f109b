/**
 * The legal clock: working calendars, terms and due dates of dossiers (R3 to R8, R17), to the millisecond. Pure: no
 * clock, no I/O, no packages; time is native `Temporal`.
 *
 * A calendar goes through `parseCalendar` (JSON in, every fault at once) and `compileCalendar` (ready to be counted on).
 * `calculateDeadline` answers both due dates with the steps that explain them, `dueDates` the same without steps, and
 * `dueTimes` in epoch milliseconds for reports over millions; `receptionDue` is R6. `parseDeadlineRequest` and
 * `deadlineView` are the two ends of the HTTP contract.
 *
 * Where each decision lives:
 *
 * - `calendar/working-calendar.ts`: how working time is counted without laying out any year;
 * - `calendar/working-time.ts`: `W` and `add`;
 * - `calendar/days-off-and-compensatory-days.ts`: days off and the days that are worked in their place (R5);
 * - `deadline/start-of-term.ts`: `start` (R3); `deadline/end-in-working-time.ts`: `settle` (R4);
 * - `deadline/term.ts`: when a full term is due, by unit (R4, R7);
 * - `deadline/promised-term.ts`: the reduced term (R17);
 * - `deadline/pause-or-restart.ts`: pause and restart (R8);
 * - `deadline/second-supplement.ts`: how many requests make a dossier count as overdue (R10);
 * - `deadline/statutory-and-promised.ts`: the statutory and the promised track, the cap and the state;
 * - `explain/`: the same, told step by step in Vietnamese and English.
 */
export * from './calculate-deadline.js';
export * from './calendar/calendar-definition.js';
export { compileCalendar } from './calendar/compile-calendar.js';
export { parseCalendar } from './calendar/parse-calendar.js';
export type { WorkingCalendar } from './calendar/working-calendar.js';
export * from './deadline-view.js';
export type { DeadlineInput, DeadlineRequest, DueDates } from './deadline/deadline-request.js';
export { dueDates, dueTimes } from './deadline/due-dates.js';
export { parseDeadlineRequest } from './deadline/parse-deadline-request.js';
export { deadlineOfSupplement, faultsOfMovedDeadline } from './deadline/deadline-of-supplement.js';
export { receptionDue } from './deadline/reception-due.js';
export { countsAsOverdueBy, OVERDUE_FROM_SUPPLEMENT } from './deadline/second-supplement.js';
export { SUPPLEMENT_POLICIES } from './deadline/pause-or-restart.js';
export type { Supplement, SupplementPolicy } from './deadline/pause-or-restart.js';
export { COUNTED_UNITS, LONGEST } from './deadline/term.js';
export type { CountedUnit, Term, TermUnit } from './deadline/term.js';
export type { DeadlineStep } from './explain/deadline-step.js';
export { sayInstant } from './explain/say-instant.js';
export { sayTerm } from './explain/say-term.js';
export type { LegalClockRefusalCode } from './refusal-codes.js';
export {
  addWorkingTime,
  settleInWorkingTime,
  startOfTerm,
  workingTime,
  workingTimeBefore,
} from './working-time-api.js';
