import { InstantText, OneOf, Text } from '@motcua/platform';

/** One deadline that moves. */
export class MoveView {
  @OneOf(['statutory', 'promised', 'supplement', 'step']) readonly deadline!: string;
  @Text({ nullable: true, description: 'Number of the supplement, or id of the task' })
  readonly subject!: string | null;
  @InstantText() readonly previousDueAt!: string;
  @InstantText() readonly dueAt!: string;
}
