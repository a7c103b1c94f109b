import { withOffset } from '@motcua/kernel';
import { BREAKS, type StoredBreak } from '../persistence/breaks.js';
import type { BreakView } from './break.view.js';

/** Where breaks are, and who may see them: those of no agency are shown to every cashier. */
export const BREAK_LIST = {
  table: 'payment_break',
  columns: BREAKS.columns().text,
  scope: 'payment.reconcile',
  ofNoAgency: true,
} as const;

/** As it is at an instant. */
export const breakView = ({ version: _, identity: __, ...row }: StoredBreak, now: Temporal.Instant): BreakView => ({
  ...row,
  ageDays: Math.max(0, Math.floor((row.resolvedAt ?? now).since(row.foundAt).total('hours') / 24)),
  foundAt: withOffset(row.foundAt),
  lastSeenAt: withOffset(row.lastSeenAt),
  resolvedAt: row.resolvedAt && withOffset(row.resolvedAt),
});
