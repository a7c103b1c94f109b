import { InstantText, Text } from '@motcua/platform';

/** One move of the reception's due date (R12): by rule, with what brought it about. */
export class ReceptionAdjustmentView {
  @Text() readonly rule!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @InstantText() readonly previousDueAt!: string;
  @InstantText() readonly dueAt!: string;
}
