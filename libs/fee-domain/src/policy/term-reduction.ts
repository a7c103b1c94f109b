import { dayInVietnam } from '@motcua/kernel';
import { isInScope, largest, type Policy, type PolicySubject, type Reduction } from './largest-reduction.js';
import { isOpen } from '../tariff/tariff-line.js';

interface TermReductionInput extends PolicySubject {
  readonly policies: readonly Policy[];
  /** The term policies of this instant bind (R17). */
  readonly acceptedAt: Temporal.Instant;
}

/** A promise of no time at all cannot be kept, so that the whole term is no reduction. */
const WHOLE = 10_000;

/** How much sooner than the statutory term the result is promised; null where no policy fits. @rule R17 */
export function termReduction({ policies, acceptedAt, ...subject }: TermReductionInput): Reduction | null {
  const day = dayInVietnam(acceptedAt);
  return largest(
    policies.filter(
      (policy) =>
        policy.kind === 'term' && policy.basisPoints < WHOLE && isOpen(policy, day) && isInScope(policy, subject),
    ),
  );
}
