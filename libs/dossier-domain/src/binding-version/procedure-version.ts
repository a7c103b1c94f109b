import type { SupplementPolicy, Term } from '@motcua/legal-clock';
import type { ApplicantKind } from '../applicant/applicant.js';

export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One paper that a variant asks for; only a required one holds a submission up. */
export interface Component {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
}

/** Trường hợp: one case of a procedure. */
export interface Variant {
  readonly code: string;
  readonly term: Term;
  readonly components: readonly Component[];
}

/** What the decisions need of one version of a procedure. */
export interface ProcedureVersion {
  readonly code: string;
  readonly version: number;
  readonly channels: readonly Channel[];
  readonly subjects: readonly ApplicantKind[];
  /** Codes of the agencies that may decide; null: any agency of `competentLevel`, and any at all where that is null. */
  readonly competentAgencies: readonly string[] | null;
  readonly competentLevel: string | null;
  readonly variants: readonly Variant[];
  readonly supplementPolicy: SupplementPolicy;
  /** How long the applicant has for a supplement (R9). */
  readonly supplementTermWorkingDays: number;
  /** Whether the term waits for the payment of a fee that arises after the acceptance. */
  readonly paymentPausesTerm: boolean;
}

export const variantOf = (procedure: ProcedureVersion, code: string): Variant | undefined =>
  procedure.variants.find((variant) => variant.code === code);
