import { compareTexts, dayInVietnam } from '@motcua/kernel';
import { isOpen } from '../tariff/tariff-line.js';
import { type Beneficiary, isInScope, type Policy, type PolicySubject } from './largest-reduction.js';

interface ExemptionsAsked extends Omit<PolicySubject, 'applicant'> {
  readonly applicant: { readonly kind: NonNullable<PolicySubject['applicant']>['kind'] };
  readonly policies: readonly Policy[];
  readonly at: Temporal.Instant;
}

/**
 * The categories by which an applicant of this kind could pay less for this dossier on this day, in the order of their codes: what
 * may be claimed, and with which evidence.
 * @rule R17
 */
export function exemptionsOpen({ policies, at, applicant, ...subject }: ExemptionsAsked): readonly Beneficiary[] {
  const day = dayInVietnam(at);
  const found = new Map<string, Beneficiary>();
  for (const policy of policies.toSorted((a, b) => compareTexts(a.code, b.code))) {
    const { beneficiary = null } = policy;
    if (policy.kind !== 'fee' || beneficiary === null || !isOpen(policy, day)) continue;
    const claimed = { ...subject, applicant: { ...applicant, beneficiaryOf: [beneficiary.code] } };
    if (isInScope(policy, claimed) && !found.has(beneficiary.code)) found.set(beneficiary.code, beneficiary);
  }
  return [...found.values()].sort((a, b) => compareTexts(a.code, b.code));
}
