import { Flag, InstantText, Text, TextList, Whole } from '@motcua/platform';

/** What one officer has to do, in the agencies that were asked for. */
export class OfficerWorkloadView {
  @Text() readonly subject!: string;
  @Text() readonly name!: string;
  @Text({ nullable: true, description: 'Null for an officer who is not in the register' }) readonly title!:
    string | null;
  @TextList() readonly roles!: readonly string[];
  @Flag({ description: 'Away today' }) readonly away!: boolean;
  @Text({ nullable: true, description: 'Subject of who stands in during the absence' }) readonly deputy!: string | null;
  @Whole({ description: 'Open tasks that the officer holds' }) readonly open!: number;
  @Whole() readonly overdue!: number;
  @Whole({ description: 'Not late yet, due within `dueWithinHours`' }) readonly dueSoon!: number;
  @Whole({ description: 'Ended by the officer in the period' }) readonly done!: number;
  @InstantText({ nullable: true, description: 'Since when the oldest of the open ones is open' })
  readonly oldestOpenedAt!: string | null;
}
