import type { Channel, FeeKind, PolicyKind, Subject } from '../vocabulary.js';

/**
 * What a policy applies to; null sets no limit, and all limits hold together.
 * @rule R17
 */
export interface PolicyScope {
  readonly fields: readonly string[] | null;
  readonly procedures: readonly string[] | null;
  /** Agencies with all that is below them. */
  readonly agencies: readonly string[] | null;
  readonly feeKinds: readonly FeeKind[] | null;
  readonly channels: readonly Channel[] | null;
  /** Kinds of applicant; absent in policies of before. */
  readonly applicants?: readonly Subject[] | null;
}

/** Who pays less by a law, and the component that proves it. */
export interface Beneficiary {
  readonly code: string;
  readonly name: string;
  readonly evidence: { readonly code: string; readonly name: string };
}

export interface PolicyRecord {
  readonly code: string;
  readonly kind: PolicyKind;
  readonly name: string;
  readonly basisPoints: number;
  readonly legalBasis: string;
  readonly validFrom: string;
  /** First day on which it no longer holds. */
  readonly validTo: string | null;
  readonly scope: PolicyScope;
  /** Only for this category of people; null: for everybody. */
  readonly beneficiary?: Beneficiary | null;
  readonly revision: number;
}
