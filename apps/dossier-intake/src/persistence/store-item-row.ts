import type { StoreItemKind } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';

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
  /** `YYYY-MM-DD`: last day on which it holds, in Vietnam. */
  readonly validUntil: string | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revokedReason: string | null;
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
  validUntil: 'plain',
  revokedAt: 'plain',
  revokedReason: 'plain',
});
