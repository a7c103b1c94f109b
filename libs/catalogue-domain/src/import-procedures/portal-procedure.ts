import type { TermUnit } from '@motcua/legal-clock';
import type { Channel, FeeKind, ProcedureLevel } from '../vocabulary.js';

/** A procedure as the national portal tells it, in either of its forms, before anything is decided about it. */
export interface PortalProcedure {
  readonly code: string;
  readonly name: string;
  readonly fields: readonly GivenName[];
  /** The ways to submit: several rows of one channel are told apart by their description alone. */
  readonly rows: readonly PortalRow[];
  readonly cases: readonly PortalCase[];
  readonly agencies: readonly GivenName[];
  readonly results: readonly GivenName[];
  readonly legalBasis: readonly GivenName[];
  readonly subjects: readonly string[];
  readonly levels: readonly ProcedureLevel[];
  /** What the portal says of being wholly, or not at all, online; null where it says nothing. */
  readonly fullyOnline: boolean | null;
  readonly offlineOnly: boolean | null;
  /** Processing times said elsewhere than in the rows; they may contradict them. */
  readonly otherTerms: readonly GivenTerm[];
  readonly conditions: string | null;
  readonly instructions: string | null;
  readonly decisionNumber: string | null;
  /** The day from which its fees are taken to hold: published, else updated; null where no time is given. */
  readonly publishedOn: string | null;
}

export interface GivenName {
  readonly code: string | null;
  readonly name: string;
}

export interface GivenTerm {
  readonly amount: number | null;
  readonly unit: TermUnit | null;
}

export interface PortalRow extends GivenTerm {
  readonly channel: Channel;
  readonly description: string;
  readonly fees: readonly PortalFee[];
}

export interface PortalFee {
  readonly kind: FeeKind;
  /** Đồng; null: not said, or not in đồng. */
  readonly amount: number | null;
  readonly note: string;
}

export interface PortalCase {
  readonly name: string;
  readonly papers: readonly PortalPaper[];
}

export interface PortalPaper {
  readonly code: string | null;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly formUrl: string | null;
}
