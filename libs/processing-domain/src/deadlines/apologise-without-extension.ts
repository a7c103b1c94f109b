import { Refusal } from '@motcua/kernel';
import { assertActionAllowed } from '../cases/case-actions.js';
import type { Decided } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';
import type { ProcessingRefusalCode } from '../refusal-codes.js';
import { type Extension, isLastDay } from './extend-in-time-with-apology.js';
import { assertNewDate, type DateLimits } from './new-date.js';

/**
 * What is late, or will be within a day, is owned up to: an apology with its reason and the date by which the result comes
 * (form 04). It moves no due date and cures nothing in the counts, and may be needed again.
 * @rule R11 R13 R21
 * @throws Refusal CASE.APOLOGY_TOO_EARLY while the promised date may still be extended, CASE.EXTENSION_INVALID
 */
export function apologise(
  state: CaseState,
  { officer, reason, newDueAt }: Extension,
  limits: DateLimits,
  now: Temporal.Instant,
): Decided {
  assertActionAllowed(state, 'apologise');
  const { promised } = state.due;
  if (promised === null || !isLastDay(state, now)) {
    throw new Refusal<ProcessingRefusalCode>('CASE.APOLOGY_TOO_EARLY', { promisedDueAt: promised?.toString() ?? null });
  }
  assertNewDate(state, newDueAt, limits, now);
  const apology = { at: now, by: officer, reason, previous: promised, newDueAt };
  return {
    state: { ...state, apologies: [...state.apologies, apology] },
    facts: [{ type: 'apologised', apology }],
  };
}
