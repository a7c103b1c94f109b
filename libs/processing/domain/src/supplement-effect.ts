import { addWorkingTime, dueDates, type WorkingCalendar, workingTime } from '@motcua/legal-clock';
import type { CaseDueDates, CaseState, CaseSupplement } from './case-state.js';

type Pair = CaseState['original'];

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;
const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (earlier(a, b) === a ? b : a);

const computed = (
  state: CaseState,
  supplements: readonly CaseSupplement[],
  calendar: WorkingCalendar,
): CaseDueDates => {
  const { term, reduction, supplementPolicy } = state.terms;
  const { statutoryDueAt, promisedDueAt } = dueDates({
    calendar,
    acceptedAt: state.acceptedAt,
    term,
    supplementPolicy,
    reductionBasisPoints: reduction?.basisPoints ?? 0,
    supplements,
  });
  return { statutory: statutoryDueAt, promised: promisedDueAt };
};

/** What was left in working time when the clock stopped, from the completion on. */
const moved = (
  calendar: WorkingCalendar,
  due: Temporal.Instant,
  { requestedAt, completedAt }: CaseSupplement,
): Temporal.Instant =>
  completedAt === null ? due : addWorkingTime(calendar, completedAt, workingTime(calendar, requestedAt, due));

const shifted = (
  calendar: WorkingCalendar,
  due: Temporal.Instant,
  supplements: readonly CaseSupplement[],
): Temporal.Instant =>
  supplements.reduce(
    (date, one) => (Temporal.Instant.compare(one.requestedAt, date) < 0 ? moved(calendar, date, one) : date),
    due,
  );

const same = (a: CaseDueDates, b: Pair): boolean =>
  a.statutory?.equals(b.statutory) === true && a.promised?.equals(b.promised) === true;

/** The promise of the law's own tracks, or the later date that an apology gave, which supplements move as well (R13). */
const withExtension = (
  state: CaseState,
  calendar: WorkingCalendar,
  due: Pair,
  supplements: readonly CaseSupplement[],
): Pair => {
  const { extension } = state;
  if (!extension) return due;
  const afterIt = supplements.filter(({ requestedAt }) => Temporal.Instant.compare(requestedAt, extension.at) >= 0);
  return { ...due, promised: later(due.promised, shifted(calendar, extension.promised, afterIt)) };
};

/**
 * Both due dates after these supplements (R8), null while the last one pauses them. The original dates are the slip's: where
 * our own reckoning of them differs, what was left of the slip's dates counts, and they are never computed again (R12).
 */
export function dueAfterSupplements(
  state: CaseState,
  supplements: readonly CaseSupplement[],
  calendar: WorkingCalendar,
): CaseDueDates {
  const reckoned = computed(state, supplements, calendar);
  const open = supplements.at(-1)?.completedAt === null;
  if (open && reckoned.statutory === null) return reckoned;
  if (!same(computed(state, [], calendar), state.original)) {
    const statutory = shifted(calendar, state.original.statutory, supplements);
    const promised = earlier(shifted(calendar, state.original.promised, supplements), statutory);
    return withExtension(state, calendar, { statutory, promised }, supplements);
  }
  const { statutory, promised } = reckoned;
  return statutory && promised ? withExtension(state, calendar, { statutory, promised }, supplements) : reckoned;
}
