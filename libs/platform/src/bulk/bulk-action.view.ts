import { withOffset } from '@motcua/kernel';
import { Flag, InstantText, JsonObject, Nested, OneOf, Text, Uuid } from '@motcua/fields';
import { BulkCountsView } from './bulk-counts.view.js';
import type { BulkActionRow, BulkCounts } from './bulk-store.js';

const BULK_STATES = ['running', 'finished'] as const;

/** What was asked to be done to many, and how far it has come. */
export class BulkActionView {
  @Uuid() readonly id!: string;
  @Text() readonly action!: string;
  @JsonObject({ description: 'Parameters of the single action, the same for all items' }) readonly parameters!: object;
  @Flag({ description: 'A preview: what would happen to each; nothing is changed' }) readonly dryRun!: boolean;
  @Uuid({ nullable: true, description: 'The preview that was applied' }) readonly preview!: string | null;
  @OneOf(BULK_STATES) readonly state!: string;
  @Nested(() => BulkCountsView) readonly counts!: BulkCountsView;
  @InstantText() readonly requestedAt!: string;
  @InstantText({ nullable: true }) readonly finishedAt!: string | null;
}

export const bulkActionView = (row: BulkActionRow, counts: BulkCounts): BulkActionView => ({
  id: row.id,
  action: row.action,
  parameters: row.parameters,
  dryRun: row.dryRun,
  preview: row.preview,
  state: row.finishedAt === null ? 'running' : 'finished',
  counts: { total: row.total, ...counts },
  requestedAt: withOffset(row.requestedAt),
  finishedAt: row.finishedAt && withOffset(row.finishedAt),
});
