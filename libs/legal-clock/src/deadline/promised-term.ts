import { add } from '../calendar/working-time.js';
import { settle } from './end-in-working-time.js';
import { start } from './start-of-term.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { MINUTE } from '../durations.js';
import type { Term } from './term.js';
import { fullTermDue, rawEnd, workingTimeOf } from './term.js';

/** The share of the term that a promise leaves out is less than this many basis points (R17). */
export const WHOLE = 10_000;

/**
 * What is left of a term, which is of whole minutes, after a reduction: whole minutes, rounded down (R17). Exact, because the product of
 * the longest term in minutes and 10,000 is far below 2^53.
 */
function reducedToMinute(milliseconds: number, reductionBasisPoints: number): number {
  const share = (milliseconds / MINUTE) * (WHOLE - reductionBasisPoints);
  return ((share - (share % WHOLE)) / WHOLE) * MINUTE;
}

/** When a full promised term from `t` is due. It may lie after the statutory due date: the caller caps it. @rule R17 */
export function fullPromisedTermDue(
  calendar: WorkingCalendar,
  term: Term,
  t: number,
  reductionBasisPoints: number,
  started: number = start(calendar, t),
): number {
  if (term.unit === 'sameDay') return fullTermDue(calendar, term, t, started);
  const working = workingTimeOf(term);
  if (working !== undefined) return add(calendar, started, reducedToMinute(working, reductionBasisPoints));
  return settle(calendar, started + reducedToMinute(rawEnd(term, started) - started, reductionBasisPoints));
}
