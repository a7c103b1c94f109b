import { withOffset } from '@motcua/kernel';
import type { BreakView } from './break.view.js';

export const BREAK_COLUMNS = `id, version, kind, dossier_id AS "dossierId", order_id AS "orderId", reference, ours, theirs, detail, status,
  occurrences, found_at AS "foundAt", last_seen_at AS "lastSeenAt", resolved_at AS "resolvedAt", resolved_by AS "resolvedBy", note, agencies`;

type Times = 'foundAt' | 'lastSeenAt' | 'resolvedAt';

export type StoredBreak = Omit<BreakView, Times> & {
  readonly version: number;
  readonly agencies: readonly string[];
  readonly foundAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly resolvedAt: Temporal.Instant | null;
};

export const breakView = ({ version: _, agencies: __, ...row }: StoredBreak): BreakView => ({
  ...row,
  foundAt: withOffset(row.foundAt),
  lastSeenAt: withOffset(row.lastSeenAt),
  resolvedAt: row.resolvedAt && withOffset(row.resolvedAt),
});
