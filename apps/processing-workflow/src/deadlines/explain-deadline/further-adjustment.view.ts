import { InstantText, Nested, Text } from '@motcua/platform';
import { OfficerView } from '../../views/officer.view.js';

/** One move of the deadline of a step or supplement (R12). */
export class FurtherAdjustmentView {
  @Text() readonly rule!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @Nested(() => OfficerView, { nullable: true, description: 'Null where a rule moved it' })
  readonly by!: OfficerView | null;
  @InstantText() readonly previousDueAt!: string;
  @InstantText() readonly dueAt!: string;
}
