import type { CaseOutcome, StoreItemKind } from '@motcua/contracts';
import { rowTable, sql } from '@motcua/platform';

/** One row of `store_item`: a result, or a paper that was accepted once (R20). */
export interface StoreItemRow {
  readonly id: string;
  readonly applicantRef: string;
  readonly kind: StoreItemKind;
  readonly dossierId: string;
  /** Of the result or of the component. */
  readonly code: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedAt: Temporal.Instant;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
  /** To which a result belongs; null for a paper. */
  readonly decision: CaseOutcome | null;
  /** The result or paper that it is a copy of. */
  readonly sourceId: string | null;
  /** `YYYY-MM-DD`: last day on which it holds, in Vietnam. */
  readonly validUntil: string | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revokedReason: string | null;
  /** Number of the result that takes its place. */
  readonly replacedBy: string | null;
  /** Of a result that is no PDF: its signature (CMS), in a file of its own. */
  readonly signature: { readonly sha256: string; readonly size: number } | null;
}

export const STORE_ITEMS = rowTable<StoreItemRow>('store_item', {
  id: 'key',
  applicantRef: 'fixed',
  kind: 'fixed',
  dossierId: 'fixed',
  code: 'fixed',
  name: 'fixed',
  number: 'fixed',
  issuedAt: 'fixed',
  sha256: 'fixed',
  size: 'fixed',
  mediaType: 'fixed',
  fileName: 'fixed',
  decision: 'fixed',
  sourceId: 'fixed',
  validUntil: 'plain',
  revokedAt: 'plain',
  revokedReason: 'plain',
  replacedBy: 'plain',
  signature: 'fixed',
});

/** An item of a store as it stands: with the validity of its source, and what is owed before its content is handed out. */
export interface StoredPaper extends StoreItemRow {
  /** In đồng. */
  readonly owed: number;
}

export const STORED_PAPER_COLUMNS = sql`${STORE_ITEMS.columns('p')}, p.owed`;
