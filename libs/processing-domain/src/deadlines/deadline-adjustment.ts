import type { CaseFact } from '../cases/case-fact.js';
import type { CaseDueDates, CaseState, Officer } from '../cases/case-state.js';

const equal = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const sameDueDates = (a: CaseDueDates, b: CaseDueDates): boolean =>
  equal(a.statutory, b.statutory) && equal(a.promised, b.promised);

/** The fact that a due date moved, where it did: each is kept with its rule, reason, actor and time. @rule R12 */
export const adjustment = (
  before: CaseState,
  after: CaseState,
  { rule, reason, by }: { readonly rule: string; readonly reason: string; readonly by: Officer | null },
): CaseFact[] =>
  sameDueDates(before.due, after.due)
    ? []
    : [{ type: 'deadlineAdjusted', rule, reason, by, previous: before.due, due: after.due }];
