import { type Fault, Refusal } from '@motcua/kernel';
import { assertActionAllowed } from './case-actions.js';
import type { Decided } from './case-fact.js';
import type { CaseState, Officer } from './case-state.js';
import { adjustment } from './deadline-adjustment.js';

const NOT_LATER: Fault = {
  pointer: '/newDueAt',
  code: 'NOT_LATER',
  detail: { vi: 'Ngày hẹn mới phải sau ngày hẹn hiện tại.', en: 'The new date must be later than the current one.' },
};

export interface Extension {
  readonly officer: Officer;
  readonly reason: string;
  readonly newDueAt: Temporal.Instant;
}

/**
 * An apology with a reason and a new date (form 04, R13): once, and at least a day before the date it replaces. It moves
 * the promise; the law's own date stays, so that being late by law stays visible.
 */
export function extendDeadline(
  state: CaseState,
  { officer, reason, newDueAt }: Extension,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'extend');
  if (state.extension) throw new Refusal('CASE.EXTENSION_USED', { extendedAt: state.extension.at.toString() });
  const { promised } = state.due;
  if (promised === null) throw new Error(`case ${state.dossierId} is open without a due date`);
  if (Temporal.Instant.compare(now.add({ hours: 24 }), promised) > 0) {
    throw new Refusal('CASE.EXTENSION_TOO_LATE', { latest: promised.subtract({ hours: 24 }).toString() });
  }
  if (Temporal.Instant.compare(newDueAt, promised) <= 0) throw new Refusal('CASE.EXTENSION_INVALID', {}, [NOT_LATER]);
  const next: CaseState = {
    ...state,
    extension: { at: now, by: officer, reason, previous: promised, promised: newDueAt },
    due: { ...state.due, promised: newDueAt },
  };
  return { state: next, facts: adjustment(state, next, { rule: 'R13', reason, by: officer }) };
}
