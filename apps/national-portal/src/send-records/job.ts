import type { Move } from '../record/build-line.js';
import type { Unmapped } from '../record/code-maps.js';
import type { RecordSource } from '../records/record-source.js';

export type There = 'no' | 'maybe' | 'yes';

/** A dossier that owes the portal something, taken in hand. */
export interface Job extends RecordSource {
  readonly revision: number;
  readonly there: There;
  readonly sentHash: string | null;
  readonly refusedHash: string | null;
  readonly failures: number;
  readonly oneByOne: boolean;
  /** What it waits for is written down, and whoever could have brought it without seeing that had ended before this look. */
  readonly mayRest: boolean;
  /** The journal's row of the record that waits; null where only lines do. */
  readonly recordId: string | null;
  readonly lines: readonly { readonly id: string; readonly move: Move }[];
}

/** What a dossier waits for before it can be sent. */
export type WaitingFor =
  | Unmapped
  | { readonly kind: 'submission' | 'applicant' | 'procedureVersion' | 'portalCode' | 'record'; readonly code: string };

export interface Attempt {
  readonly journalId: string;
  readonly at: string;
  readonly tookMs: number;
  readonly service: string;
  readonly updating: boolean | null;
  readonly outcome: string;
  readonly code: string;
  readonly message: string;
  /** What was sent, sealed; null where it is no record. */
  readonly request: string | null;
}

export interface SettledRow {
  readonly id: string;
  readonly state: 'acknowledged' | 'refused' | 'unchanged' | 'waiting';
  readonly code: string | null;
  readonly message: string | null;
}

/** What came of a job; everything that is written down about it. */
export interface Outcome {
  readonly dossierId: string;
  /** Up to which revision the record is settled; null where it is not. */
  readonly settledRevision: number | null;
  readonly there: There;
  readonly sentHash: string | null;
  readonly refusedHash: string | null;
  /** What of it was refused before, and nothing acknowledged since: as the job saw it. */
  readonly refusedBefore: string | null;
  /** The journal's row of the record, if one was to be sent. */
  readonly recordId: string | null;
  readonly failures: number;
  readonly oneByOne: boolean;
  readonly waitingFor: readonly WaitingFor[] | null;
  readonly rows: readonly SettledRow[];
  readonly attempts: readonly Attempt[];
  /** The portal does not have it after all: its record must go out again. */
  readonly requeueRecord: boolean;
  readonly answered: boolean;
}
