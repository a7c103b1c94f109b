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

export const breakView = ({ version: _, agencies: __, identity: ___, ...row }: StoredBreak): BreakView => ({
  ...row,
  foundAt: withOffset(row.foundAt),
  lastSeenAt: withOffset(row.lastSeenAt),
  resolvedAt: row.resolvedAt && withOffset(row.resolvedAt),
});
