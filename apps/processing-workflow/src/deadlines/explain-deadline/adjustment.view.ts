import { withOffset } from '@motcua/kernel';
import { InstantText, Nested, Text, Whole } from '@motcua/platform';
import type { AdjustmentRow } from '../../persistence/adjustments.js';
import { officerOrNull } from '../../persistence/task-row.js';
import { OfficerView } from '../../views/officer.view.js';
import { DueDatesView } from './due-dates.view.js';

/** One move of the due dates, with its rule, reason, actor and time (R12). */
export class AdjustmentView {
  @Whole({ min: 1 }) readonly number!: number;
  @Text() readonly rule!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @Nested(() => OfficerView, { nullable: true, description: 'Null where a rule moved it' })
  readonly by!: OfficerView | null;
  @Nested(() => DueDatesView) readonly previous!: DueDatesView;
  @InstantText({ nullable: true }) readonly statutoryDueAt!: string | null;
  @InstantText({ nullable: true }) readonly promisedDueAt!: string | null;
}

export const adjustmentView = (
  row: AdjustmentRow,
  written: (instant: Temporal.Instant | null) => string | null,
): AdjustmentView => ({
  number: row.n,
  rule: row.rule,
  reason: row.reason,
  at: withOffset(row.at),
  by: officerOrNull(row.by_subject, row.by_name),
  previous: {
    statutoryDueAt: written(row.previous_statutory_due_at),
    promisedDueAt: written(row.previous_promised_due_at),
  },
  statutoryDueAt: written(row.statutory_due_at),
  promisedDueAt: written(row.promised_due_at),
});
