import type { OfficerReference, Plain } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';

/** One row of `dossier_correction`. */
export interface CorrectionRow {
  readonly dossierId: string;
  readonly number: number;
  readonly correctedAt: Temporal.Instant;
  readonly correctedBy: Plain<OfficerReference>;
  /** JSON pointers. */
  readonly fields: readonly string[];
  /** `CorrectionContent` in JSON, sealed. */
  readonly sealed: string;
}

/** What of a correction may be personal. */
export interface CorrectionContent {
  readonly reason: string;
  readonly askedBy: string;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

export const CORRECTIONS = rowTable<CorrectionRow>('dossier_correction', {
  dossierId: 'key',
  number: 'key',
  correctedAt: 'fixed',
  correctedBy: 'fixed',
  fields: 'fixed',
  sealed: 'fixed',
});
