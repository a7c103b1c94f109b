import { addWorkingTime, startOfTerm, type WorkingCalendar, workingTime } from '@motcua/legal-clock';
import type { CaseFact, Decided, DueTrack } from '../cases/case-fact.js';
import type { CaseDueDates, CaseState, CaseSupplement, CaseTask, Officer } from '../cases/case-state.js';
import { openSupplement } from '../supplements/complete-supplement.js';
import { adjustment } from './deadline-adjustment.js';
import { type KeptReason, whyKept } from './nothing-back-dated.js';
import { supplementDeadline } from '../supplements/request-supplement.js';
import { dueAfterSupplements } from '../supplements/due-after-supplements.js';

/** A later revision of the case's calendar: a holiday was decreed, or a swap moved, after the acceptance. */
export interface NewCalendar {
  readonly atAcceptance: WorkingCalendar;
  /** That counted until now. */
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly revision: number;
}

export interface Recalculated extends Decided {
  /** Of each track that the calendar would move and that stays. */
  readonly kept: Partial<Record<DueTrack | 'supplement', KeptReason>>;
}

/** As much working time from `from` on as the other calendar gave. */
const carry = (from: Temporal.Instant, until: Temporal.Instant, { before, after }: NewCalendar): Temporal.Instant =>
  addWorkingTime(after, startOfTerm(after, from), workingTime(before, from, until));

/**
 * The due dates of a running case on a later revision of its calendar: an explicit act, which adjusts each with its
 * reason. Processing, the awaited supplement and the terms of open steps move; the slip's own dates stay known. A case
 * that has ended stays as it is. The case counts on the new revision from here on, also where nothing moved.
 * @rule R5 R12
 */
export function recalculateDeadlines(
  state: CaseState,
  calendar: NewCalendar,
  { reason, by }: { readonly reason: string; readonly by: Officer },
  now: Temporal.Instant,
): Recalculated {
  if (state.endedAt) return { state, facts: [], kept: { statutory: 'ended', promised: 'ended' } };
  const { due, kept } = movedDue(state, calendar, now);
  const supplement = movedSupplement(state, calendar.after, now);
  if (supplement?.kept) kept.supplement = supplement.kept;
  const next: CaseState = {
    ...state,
    due,
    supplements: supplement ? [...state.supplements.slice(0, -1), supplement.after] : state.supplements,
    tasks: state.tasks.map((task) => movedTask(task, calendar, now)),
    calendarRevision: calendar.revision,
  };
  const how = { rule: 'R5', reason, by };
  return { state: next, kept, facts: [...adjustment(state, next, how), ...supplementMoved(supplement, how)] };
}

function movedDue(
  state: CaseState,
  { atAcceptance, after }: NewCalendar,
  now: Temporal.Instant,
): { due: CaseDueDates; kept: Partial<Record<DueTrack | 'supplement', KeptReason>> } {
  const kept: Partial<Record<DueTrack | 'supplement', KeptReason>> = {};
  const wanted = dueAfterSupplements(state, state.supplements, { atAcceptance, current: after });
  const track = (name: DueTrack): Temporal.Instant | null => {
    const [old, moved] = [state.due[name], wanted[name]];
    if (!old || !moved) return old;
    const why = whyKept(old, moved, now);
    if (why) kept[name] = why;
    return why ? old : moved;
  };
  // Where the law's own date stays, so does the promise before it: it does not move beyond it (R18).
  return { due: { statutory: track('statutory'), promised: track('promised') }, kept };
}

interface MovedSupplement {
  readonly before: CaseSupplement;
  readonly after: CaseSupplement;
  readonly kept: KeptReason | undefined;
}

function movedSupplement(state: CaseState, after: WorkingCalendar, now: Temporal.Instant): MovedSupplement | undefined {
  const before = openSupplement(state);
  if (!before) return undefined;
  const deadlineAt = supplementDeadline(state, after, before.requestedAt);
  const kept = whyKept(before.deadlineAt, deadlineAt, now);
  return { before, after: kept ? before : { ...before, deadlineAt }, kept };
}

function supplementMoved(
  moved: MovedSupplement | undefined,
  how: { readonly rule: string; readonly reason: string; readonly by: Officer },
): CaseFact[] {
  if (!moved || moved.before.deadlineAt.equals(moved.after.deadlineAt)) return [];
  const { number, deadlineAt } = moved.after;
  return [{ type: 'supplementDeadlineAdjusted', number, ...how, previous: moved.before.deadlineAt, deadlineAt }];
}

function movedTask(task: CaseTask, calendar: NewCalendar, now: Temporal.Instant): CaseTask {
  if (!task.dueAt) return task;
  const moved = carry(task.openedAt, task.dueAt, calendar);
  return whyKept(task.dueAt, moved, now) ? task : { ...task, dueAt: moved };
}
