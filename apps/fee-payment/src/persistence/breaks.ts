import { BREAK_KINDS, type BreakKind } from '@motcua/contracts';
import { rowTable } from '@motcua/platform';

/** Besides what is published: messages that were rejected, which anybody may have sent. */
export const LOCAL_BREAK_KINDS = [...BREAK_KINDS, 'badHash', 'badMessage'] as const;
export type LocalBreakKind = (typeof LOCAL_BREAK_KINDS)[number];

export const isPublished = (kind: LocalBreakKind): kind is BreakKind =>
  (BREAK_KINDS as readonly string[]).includes(kind);

/** What we know and what another party says differ. */
export interface StoredBreak {
  readonly id: string;
  readonly version: number;
  /** What makes a repeat the same break. */
  readonly identity: string;
  readonly kind: LocalBreakKind;
  readonly dossierId: string | null;
  readonly orderId: string | null;
  readonly reference: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly detail: string | null;
  readonly status: 'open' | 'resolved';
  readonly occurrences: number;
  readonly foundAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly resolvedAt: Temporal.Instant | null;
  readonly resolvedBy: string | null;
  readonly note: string | null;
  readonly agencies: readonly string[];
}

export const BREAKS = rowTable<StoredBreak>('payment_break', {
  id: 'key',
  version: 'plain',
  identity: 'fixed',
  kind: 'fixed',
  dossierId: 'fixed',
  orderId: 'fixed',
  reference: 'fixed',
  ours: 'fixed',
  theirs: 'fixed',
  detail: 'plain',
  status: 'plain',
  occurrences: 'plain',
  foundAt: 'fixed',
  lastSeenAt: 'plain',
  resolvedAt: 'plain',
  resolvedBy: 'plain',
  note: 'plain',
  agencies: 'fixed',
});
