import { Refusal } from '@motcua/kernel';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState, Officer } from '../cases/case-state.js';
import { type DateLimits, assertNewDate } from './new-date.js';
import { runningDue } from './running-due.js';
import { adjustment } from './deadline-adjustment.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';

const DAY_BEFORE = { hours: 24 };

/**
 * The last instant at which an apology may come: a day, 24 hours, before the promised date; null where none may.
 * @rule R13
 */
export const latestExtension = ({ status, extension, due }: CaseState): Temporal.Instant | null =>
  status === 'open' && !extension && due.promised ? due.promised.subtract(DAY_BEFORE) : null;

/** Whether it is too late for an extension in time: the last day has begun, or the promised date has passed. @rule R13 */
export const isLastDay = ({ due }: CaseState, now: Temporal.Instant): boolean =>
  due.promised !== null && Temporal.Instant.compare(now, due.promised.subtract(DAY_BEFORE)) > 0;

export interface Extension {
  readonly officer: Officer;
  readonly reason: string;
  readonly newDueAt: Temporal.Instant;
}

/**
 * An extension in time, with an apology and a new date (form 04, R13): once, and at least a day before the date it
 * replaces. It moves the promise; the law's own date stays, so that being late by law stays visible.
 *
 * @rule R13 R21
 */
export function extendDeadline(
  state: CaseState,
  { officer, reason, newDueAt }: Extension,
  limits: DateLimits,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'extend');
  if (state.extension)
    throw new Refusal<ProcessingRefusalCode>('CASE.EXTENSION_USED', { extendedAt: state.extension.at.toString() });
  const { promised } = runningDue(state, state.due);
  const latest = promised.subtract(DAY_BEFORE);
  if (Temporal.Instant.compare(now, latest) > 0) {
    throw new Refusal<ProcessingRefusalCode>('CASE.EXTENSION_TOO_LATE', {
      latest: latest.toString(),
      promisedDueAt: promised.toString(),
    });
  }
  assertNewDate(state, newDueAt, limits, now);
  const next: CaseState = {
    ...state,
    extension: { at: now, by: officer, reason, previous: promised, promised: newDueAt },
    due: { ...state.due, promised: newDueAt },
  };
  return { state: next, facts: adjustment(state, next, { rule: 'R13', reason, by: officer }) };
}
