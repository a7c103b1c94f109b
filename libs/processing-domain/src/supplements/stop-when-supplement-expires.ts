import type { Decided } from '../cases/case-fact.js';
import type { CaseState } from '../cases/case-state.js';
import { stopped } from '../cases/stop-case.js';
import { openSupplement } from './complete-supplement.js';

/**
 * The applicant did not answer this request in time, as intake has recorded: the case stops. Undefined where the case
 * no longer waits for it.
 * @rule R9
 */
export function stopWhenSupplementExpires(
  state: CaseState,
  { number, deadlineAt }: { readonly number: number; readonly deadlineAt: Temporal.Instant },
  now: Temporal.Instant,
): Decided | undefined {
  const open = openSupplement(state);
  if (open?.number !== number) return undefined;
  // Its deadline has moved meanwhile, and intake has not heard of it yet: it will say so again, if it comes to that.
  if (Temporal.Instant.compare(deadlineAt, open.deadlineAt) < 0) return undefined;
  return stopped(state, `Quá thời hạn bổ sung hồ sơ lần ${open.number}`, null, now);
}
