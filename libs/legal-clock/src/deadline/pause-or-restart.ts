import type { Moment } from '../calendar/local-time.js';
import { add, worked } from '../calendar/working-time.js';
import { settle } from './end-in-working-time.js';
import { start } from './start-of-term.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Term } from './term.js';
import { countsCalendarTime } from './term.js';

/** Effect of a supplement on the term, by procedure (R8): extends it by the paused time, or begins it anew. */
export const SUPPLEMENT_POLICIES = ['pause', 'restart'] as const;
export type SupplementPolicy = (typeof SUPPLEMENT_POLICIES)[number];

/** A request for more papers, and its completion; open while it has none. */
export interface Supplement<M extends Moment = Temporal.Instant> {
  readonly requestedAt: M;
  readonly completedAt?: M | null;
}

/** What became of a due date by one completed supplement, and why. Instants are local milliseconds. */
export interface AppliedSupplement {
  readonly requested: number;
  readonly completed: number;
  readonly effect: 'afterDue' | 'nothingLeft' | 'paused' | 'restarted' | 'restartNotLater';
  readonly before: number;
  readonly after: number;
}

/**
 * One completed supplement on one track, statutory or promised. A request at or after the due date changes
 * nothing: a supplement never cures a delay (R11, R12).
 * @rule R8 R11
 */
export function applySupplement(
  calendar: WorkingCalendar,
  term: Term,
  policy: SupplementPolicy,
  before: number,
  requested: number,
  completed: number,
  fullTermFrom: (t: number) => number,
): AppliedSupplement {
  const applied = (effect: AppliedSupplement['effect'], after: number): AppliedSupplement => ({
    requested,
    completed,
    effect,
    before,
    after,
  });
  if (requested >= before) return applied('afterDue', before);
  if (policy === 'restart') {
    const anew = fullTermFrom(completed);
    return anew < before ? applied('restartNotLater', before) : applied('restarted', anew);
  }
  if (countsCalendarTime(term)) {
    const rest = before - start(calendar, requested);
    return rest === 0
      ? applied('nothingLeft', before)
      : applied('paused', settle(calendar, start(calendar, completed) + rest));
  }
  const rest = worked(calendar, requested, before);
  return rest === 0 ? applied('nothingLeft', before) : applied('paused', add(calendar, completed, rest));
}
