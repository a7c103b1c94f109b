import type { StoreItemKind } from '@motcua/contracts';
import type { StoredPaper } from './store-item-row.js';
import { rowTable } from '@motcua/platform';

/** One row of `dossier_file`: a file given as a component. */
export interface FileRow {
  readonly id: string;
  readonly dossierId: string;
  readonly component: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedAt: Temporal.Instant;
  readonly uploadedBy: string;
  /** The request that it answers; null in a draft. */
  readonly supplement: number | null;
  /** The paper or result that was reused (R20). */
  readonly fromStore: string | null;
  /** It came from the citizen's data store at the national portal. */
  readonly fromCitizenStore: boolean;
}

/**
 * A file, and the result or paper that it is a copy of, as that stands now: the one that was reused, or the result of the
 * applicant's that has the same bytes.
 */
export interface StoredFile extends FileRow {
  readonly reusedFrom: StoreItemKind | null;
  readonly source: StoredPaper | null;
}

export const FILES = rowTable<FileRow>('dossier_file', {
  id: 'key',
  dossierId: 'fixed',
  component: 'fixed',
  sha256: 'fixed',
  size: 'fixed',
  mediaType: 'fixed',
  name: 'fixed',
  uploadedAt: 'fixed',
  uploadedBy: 'fixed',
  supplement: 'fixed',
  fromStore: 'fixed',
  fromCitizenStore: 'fixed',
});
