import { earlierOf, laterOf } from '@motcua/kernel';
import {
  addWorkingTime,
  dueDates,
  settleInWorkingTime,
  startOfTerm,
  type WorkingCalendar,
  workingTime,
} from '@motcua/legal-clock';
import { runningDue } from '../deadlines/running-due.js';
import type { CaseCalendars } from '../deadlines/calendars-before-and-after.js';
import { paymentPauses, pausesOf, type Wait } from '../deadlines/what-pauses-the-term.js';
import type { CaseDueDates, CaseState, CaseSupplement } from '../cases/case-state.js';

type Pair = CaseState['original'];

function computed(state: CaseState, supplements: readonly Wait[], calendar: WorkingCalendar): CaseDueDates {
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
}

/** What was left in working time when the clock stopped, from the completion on. */
const moved = (
  calendar: WorkingCalendar,
  due: Temporal.Instant,
  { requestedAt, completedAt }: Wait,
): Temporal.Instant =>
  completedAt === null ? due : addWorkingTime(calendar, completedAt, workingTime(calendar, requestedAt, due));

const shifted = (calendar: WorkingCalendar, due: Temporal.Instant, supplements: readonly Wait[]): Temporal.Instant =>
  supplements.reduce(
    (date, one) => (Temporal.Instant.compare(one.requestedAt, date) < 0 ? moved(calendar, date, one) : date),
    due,
  );

const same = (a: CaseDueDates, b: Pair): boolean =>
  a.statutory?.equals(b.statutory) === true && a.promised?.equals(b.promised) === true;

/**
 * The promise of the law's own tracks, or the later date that an apology gave, which supplements move as well (R13). It is a
 * date and no term: another calendar leaves it where it is, unless its day has become one off.
 */
function withExtension(state: CaseState, calendars: CaseCalendars, due: Pair, supplements: readonly Wait[]): Pair {
  const { extension } = state;
  if (!extension) return due;
  const { current } = calendars;
  const afterIt = supplements.filter(({ requestedAt }) => Temporal.Instant.compare(requestedAt, extension.at) >= 0);
  const given = isRecalculated(calendars) ? settleInWorkingTime(current, extension.promised) : extension.promised;
  return { ...due, promised: laterOf(due.promised, shifted(current, given, afterIt)) };
}

const isRecalculated = ({ atAcceptance, current }: CaseCalendars): boolean => atAcceptance !== current;

/** The slip's date where its working time ends on the calendar that counts now. */
function carried(state: CaseState, calendars: CaseCalendars, date: Temporal.Instant): Temporal.Instant {
  if (!isRecalculated(calendars)) return date;
  const { atAcceptance, current } = calendars;
  const term = workingTime(atAcceptance, state.acceptedAt, date);
  return addWorkingTime(current, startOfTerm(current, state.acceptedAt), term);
}

/**
 * Both due dates after these supplements and after the payments that the case waited for. A payment always pauses: where
 * supplements restart the term, what was waited for before the last of them counts no more.
 * @rule R8 R12
 */
export function dueAfterSupplements(
  state: CaseState,
  asked: readonly CaseSupplement[],
  calendars: CaseCalendars,
): CaseDueDates {
  // A request that was taken back never paused anything.
  const supplements = asked.filter(({ cancelled }) => !cancelled);
  if (state.terms.supplementPolicy === 'pause') return dueAfterWaits(state, pausesOf(state, supplements), calendars);
  const payments = paymentPauses(state);
  const restartedAt = supplements.at(-1)?.completedAt ?? state.acceptedAt;
  const counting = payments.filter(({ requestedAt }) => Temporal.Instant.compare(requestedAt, restartedAt) >= 0);
  const { statutory, promised } = dueAfterWaits(state, supplements, calendars);
  const isPaused = (due: Temporal.Instant): boolean =>
    counting.some(
      ({ requestedAt, completedAt }) => completedAt === null && Temporal.Instant.compare(requestedAt, due) < 0,
    );
  const after = (due: Temporal.Instant | null): Temporal.Instant | null =>
    due === null || isPaused(due) ? null : shifted(calendars.current, due, counting);
  return { statutory: after(statutory), promised: after(promised) };
}

/**
 * Both due dates after these waits, null while the last one pauses them. The original dates are the slip's: where
 * our own reckoning of them differs, what was left of the slip's dates counts, and they are never computed again.
 * @rule R8 R12
 */
function dueAfterWaits(state: CaseState, supplements: readonly Wait[], calendars: CaseCalendars): CaseDueDates {
  const { atAcceptance, current } = calendars;
  const reckoned = computed(state, supplements, current);
  if (reckoned.statutory === null) return reckoned;
  if (!same(computed(state, [], atAcceptance), state.original)) {
    const { original } = state;
    const statutory = shifted(current, carried(state, calendars, original.statutory), supplements);
    const promised = earlierOf(shifted(current, carried(state, calendars, original.promised), supplements), statutory);
    return withExtension(state, calendars, { statutory, promised }, supplements);
  }
  return withExtension(state, calendars, runningDue(state, reckoned), supplements);
}
