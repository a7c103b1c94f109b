import type { OpenQuestion, ReadingNote } from './open-question.js';
import type { VersionDefinition } from './version-definition.js';

/** Where a version came from; `imported-edited` was imported and then changed by hand. */
export type Origin = 'written' | 'imported' | 'imported-edited' | 'seed';

export interface Announcement {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly publishedOn: string | null;
  /** The first day in Vietnam on which the version is in force. */
  readonly effectiveFrom: string;
}

export interface VersionRecord {
  readonly version: number;
  readonly definition: VersionDefinition;
  readonly openQuestions: readonly OpenQuestion[];
  readonly notes: readonly ReadingNote[];
  readonly announcement: Announcement | null;
  readonly origin: Origin;
  readonly contentHash: string | null;
  readonly revision: number;
}

export interface Suspension {
  readonly from: string;
  readonly until: string | null;
  readonly reason: string;
}

/** A procedure with all of its versions, in order of their numbers. */
export interface ProcedureRecord {
  readonly code: string;
  readonly revision: number;
  readonly repeal: { readonly from: string; readonly decisionNumber: string } | null;
  readonly suspensions: readonly Suspension[];
  readonly versions: readonly VersionRecord[];
}
