import { BREAK_KINDS, type BreakKind } from '@motcua/contracts';
import type { PaymentMethod, ResolutionAct } from '@motcua/fee-domain';
import { rowTable } from '@motcua/platform';

/**
 * Besides what is published: messages that were rejected, which anybody may have sent; and what a statement lists that the books
 * do not have, or the other way round.
 */
export const LOCAL_BREAK_KINDS = [
  ...BREAK_KINDS,
  'badHash',
  'badMessage',
  'missingHere',
  'missingThere',
  'refundDiffers',
] as const;
export type LocalBreakKind = (typeof LOCAL_BREAK_KINDS)[number];

export const isPublished = (kind: LocalBreakKind): kind is BreakKind =>
  (BREAK_KINDS as readonly string[]).includes(kind);

interface BookedBy {
  readonly act: ResolutionAct;
  /** Of the order, the reversal or the refund; null where nothing was booked. */
  readonly id: string | null;
}

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
  /** Of a difference from a statement: by which way the money came, its number, and who found it so. */
  readonly method: PaymentMethod | null;
  readonly transaction: string | null;
  readonly reconciliationId: string | null;
  /** The officer who is to clear it; null: nobody has it yet. */
  readonly owner: string | null;
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
  /** What its resolution booked. */
  readonly bookedBy: BookedBy | null;
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
  method: 'fixed',
  transaction: 'fixed',
  reconciliationId: 'fixed',
  owner: 'plain',
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
  bookedBy: 'plain',
  agencies: 'fixed',
});
