import type { Channel, FeeKind, PolicyKind } from '../vocabulary.js';

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
  readonly revision: number;
}
