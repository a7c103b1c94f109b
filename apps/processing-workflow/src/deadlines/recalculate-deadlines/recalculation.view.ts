import { withOffset } from '@motcua/kernel';
import { InstantText, Nested, Text, TextList, Uuid, Whole } from '@motcua/platform';
import type { RecalculationRow } from '../../persistence/recalculations.js';
import { OfficerView } from '../../views/officer.view.js';
import { RecalculationCounts } from './recalculation-counts.js';

/** A later revision of a calendar applied to the running cases, one after the other. */
export class RecalculationView {
  @Uuid() readonly id!: string;
  @Text() readonly calendar!: string;
  @Whole({ min: 1 }) readonly revision!: number;
  @TextList({ nullable: true, description: 'Competent agencies whose cases it is about; null: every agency' })
  readonly agencies!: readonly string[] | null;
  @Text() readonly reason!: string;
  @Nested(() => OfficerView) readonly by!: OfficerView;
  @InstantText() readonly at!: string;
  @InstantText({ nullable: true, description: 'Null while cases are left' }) readonly finishedAt!: string | null;
  @Nested(() => RecalculationCounts) readonly cases!: RecalculationCounts;
}

export const recalculationView = (row: RecalculationRow, cases: RecalculationCounts): RecalculationView => ({
  id: row.id,
  calendar: row.calendar,
  revision: row.revision,
  agencies: row.agencies,
  reason: row.reason,
  by: { subject: row.by_subject, name: row.by_name },
  at: withOffset(row.at),
  finishedAt: row.finished_at && withOffset(row.finished_at),
  cases,
});
