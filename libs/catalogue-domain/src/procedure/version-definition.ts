import type { SupplementPolicy, TermUnit } from '@motcua/legal-clock';
import type { AgencyLevel, Channel, Decision, OnlineLevel, ProcedureLevel, Subject } from '../vocabulary.js';

/** One required or optional paper of a variant. */
export interface Component {
  readonly code: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  readonly formUrl: string | null;
}

export interface Term {
  /** Absent for `sameDay` alone (R7). */
  readonly amount?: number;
  readonly unit: TermUnit;
}

/** One case (trường hợp). Only a draft that was imported may lack its term. */
export interface Variant {
  readonly code: string;
  readonly name: string;
  readonly term: Term | null;
  readonly components: readonly Component[];
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** What the applicant may be given, and the decision that it belongs to. */
export interface ResultKind extends NamedCode {
  readonly decision: Decision;
}

/** All that one version of a procedure says, tariff and announcement apart. Stored as JSON. */
export interface VersionDefinition {
  readonly name: string;
  /** Null code: an import named a field that the catalogue does not know. */
  readonly field: { readonly code: string | null; readonly name: string };
  readonly level: ProcedureLevel;
  /** Exactly one of the two is set in an announced version: named agencies, or any agency of a level. */
  readonly competentAgencies: readonly string[] | null;
  readonly competentLevel: AgencyLevel | null;
  readonly onlineLevel: OnlineLevel;
  /** Why only partly online; published with it. */
  readonly onlineLevelReason: string | null;
  /** The number 2, 3 or 4 of the older scale. */
  readonly legacyOnlineLevel: number | null;
  readonly channels: readonly Channel[];
  readonly subjects: readonly Subject[];
  readonly variants: readonly Variant[];
  readonly supplementPolicy: SupplementPolicy;
  readonly supplementTermWorkingDays: number;
  /** Whether the term waits for the payment of a fee that arises after the acceptance. */
  readonly paymentPausesTerm: boolean;
  readonly formSchema: Readonly<Record<string, unknown>>;
  readonly results: readonly ResultKind[];
  readonly legalBasis: readonly NamedCode[];
  readonly conditions: string | null;
  readonly instructions: string | null;
  /** What an import was given as text and could not read as more; null for what was written by hand. */
  readonly asGiven: AsGiven | null;
}

export interface AsGiven {
  readonly agencies: readonly NamedCode[];
  readonly termAndFee: string | null;
  readonly decisionNumber: string | null;
}
