import { laterOf } from '@motcua/kernel';
import { startOfTerm, type WorkingCalendar, workingTime, workingTimeBefore, addWorkingTime } from '@motcua/legal-clock';
import type { DueTrack } from '../cases/case-fact.js';
import type { CaseFeeDemand, CaseState, CaseTask } from '../cases/case-state.js';
import { openDemand } from '../fees/demand-fee.js';

/** How far ahead officers are reminded and after how long leaders are told, in working hours. */
export interface WatchSettings {
  readonly remindBefore: readonly number[];
  readonly escalateAfter: number;
}

/** An instant of a case at which something is to be noticed. Its name is unique within the case, and notices once. */
export type WatchedInstant = { readonly name: string; readonly at: Temporal.Instant } & (
  | { readonly what: 'late'; readonly track: DueTrack }
  | { readonly what: 'dueSoon'; readonly dueAt: Temporal.Instant; readonly workingHours: number }
  | { readonly what: 'stepLate'; readonly task: CaseTask }
  | { readonly what: 'openTooLong'; readonly task: CaseTask }
  | { readonly what: 'feeUnpaid'; readonly demand: CaseFeeDemand }
);

const HOUR = 3_600_000;

function reminders(
  dueAt: Temporal.Instant,
  { acceptedAt }: CaseState,
  calendar: WorkingCalendar,
  distances: readonly number[],
): WatchedInstant[] {
  const whole = workingTime(calendar, acceptedAt, dueAt);
  // Nobody is reminded of a term that is shorter than the distance: it has only just begun.
  return distances
    .filter((hours) => hours * HOUR < whole)
    .map((workingHours) => ({
      name: `due-soon/${workingHours}/${dueAt.toString()}`,
      at: workingTimeBefore(calendar, dueAt, workingHours * HOUR),
      what: 'dueSoon',
      dueAt,
      workingHours,
    }));
}

function ofTask(task: CaseTask, state: CaseState, calendar: WorkingCalendar, hours: number): WatchedInstant[] {
  const { id, dueAt, openedAt } = task;
  // Time that the applicant took is not time that the task was open.
  const resumedAt = laterOf(
    state.supplements.findLast(({ completedAt }) => completedAt)?.completedAt ?? openedAt,
    state.feeDemands.at(-1)?.paidAt ?? openedAt,
  );
  const since = startOfTerm(calendar, laterOf(openedAt, resumedAt));
  return [
    { name: `open-too-long/${id}`, at: addWorkingTime(calendar, since, hours * HOUR), what: 'openTooLong', task },
    ...(dueAt ? [{ name: `step-late/${id}`, at: dueAt, what: 'stepLate', task } as const] : []),
  ];
}

/**
 * What is to be noticed about a case as it stands: both due dates, reminders before the promised one, the terms of its
 * open steps, and tasks that stay open. While the applicant is awaited only a
 * fee that stays unpaid, and nothing once it has ended.
 * @rule R12 R18
 */
export function watchedInstants(
  state: CaseState,
  calendar: WorkingCalendar,
  { remindBefore, escalateAfter }: WatchSettings,
): WatchedInstant[] {
  const { status, due, tasks } = state;
  if (status !== 'open') return [...lateTracks(state), ...unpaid(state)];
  return [
    ...lateTracks(state),
    ...(due.promised ? reminders(due.promised, state, calendar, remindBefore) : []),
    ...tasks.flatMap((task) => ofTask(task, state, calendar, escalateAfter)),
  ];
}

function unpaid(state: CaseState): WatchedInstant[] {
  const demand = openDemand(state);
  return demand ? [{ name: `fee-unpaid/${demand.number}`, at: demand.deadlineAt, what: 'feeUnpaid', demand }] : [];
}

// A supplement that was asked for after the due date pauses nothing, and the case is late while it waits (R11).
function lateTracks({ endedAt, due }: CaseState): WatchedInstant[] {
  if (endedAt) return [];
  return (['promised', 'statutory'] as const).flatMap((track) => {
    const at = due[track];
    return at ? [{ name: `late/${track}`, at, what: 'late', track } as const] : [];
  });
}
