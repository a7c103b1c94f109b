import { type BasisPoints, compareTexts } from '@motcua/kernel';
import type { ApplicantKind, Channel, FeeKind, Window } from '../tariff/tariff-line.js';

/** What a policy applies to; null sets no limit, and all limits hold together. */
export interface PolicyScope {
  readonly fields: readonly string[] | null;
  readonly procedures: readonly string[] | null;
  /** Agencies with all that is below them. */
  readonly agencies: readonly string[] | null;
  /** Limits fee policies only. */
  readonly feeKinds: readonly FeeKind[] | null;
  readonly channels: readonly Channel[] | null;
  /** Absent in policies of before. */
  readonly applicants?: readonly ApplicantKind[] | null;
}

/** Who is favoured, by a law: such as a poor household, or a person with merit. What proves it is a component. */
export interface Beneficiary {
  readonly code: string;
  readonly name: string;
  readonly evidence: { readonly code: string; readonly name: string };
}

/** A reduction that the province adopted (R17): of fees, or of terms. */
export interface Policy extends Window {
  readonly code: string;
  readonly kind: 'fee' | 'term';
  readonly basisPoints: BasisPoints;
  readonly legalBasis: string;
  readonly scope: PolicyScope;
  /** Only for those who are of this category; null: for everybody. */
  readonly beneficiary?: Beneficiary | null;
}

/** The one policy that reduces a line, or the term. */
export interface Reduction {
  readonly policy: string;
  readonly basisPoints: BasisPoints;
  readonly legalBasis: string;
}

/** A dossier as far as the scope of a policy asks. */
export interface PolicySubject {
  readonly procedure: { readonly code: string; readonly field: string };
  readonly channel: Channel;
  /** The competent agency's ancestors and itself, in any order. */
  readonly agencyAncestors: readonly string[];
  /** Absent where a term is reduced, which is everybody's. */
  readonly applicant?: { readonly kind: ApplicantKind; readonly beneficiaryOf: readonly string[] };
}

/** Whether a dossier is within the scope, fee kinds aside. */
export const isInScope = (
  { scope, beneficiary = null }: Policy,
  { procedure, channel, agencyAncestors, applicant }: PolicySubject,
): boolean =>
  (beneficiary === null || applicant?.beneficiaryOf.includes(beneficiary.code) === true) &&
  (scope.applicants == null || (applicant !== undefined && scope.applicants.includes(applicant.kind))) &&
  allows(scope.fields, procedure.field) &&
  allows(scope.procedures, procedure.code) &&
  allows(scope.channels, channel) &&
  (scope.agencies === null || scope.agencies.some((agency) => agencyAncestors.includes(agency)));

export const allows = <T>(limit: readonly T[] | null, value: T): boolean => limit === null || limit.includes(value);

/**
 * The largest reduction of several policies: never their sum. Of equals the first by code, whatever the order in
 * which they come. Null where nothing is reduced.
 * @rule R17
 */
export function largest(policies: readonly Policy[]): Reduction | null {
  const [first] = policies
    .filter(({ basisPoints }) => basisPoints > 0)
    .sort((a, b) => b.basisPoints - a.basisPoints || compareTexts(a.code, b.code));
  return first ? { policy: first.code, basisPoints: first.basisPoints, legalBasis: first.legalBasis } : null;
}
