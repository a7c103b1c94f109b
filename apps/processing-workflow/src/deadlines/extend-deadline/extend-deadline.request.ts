import { InstantText, Text } from '@motcua/platform';

export class ExtendDeadlineRequest {
  @Text({ max: 2000, description: 'The apology: a sentence for the applicant (R13, R21)' })
  readonly reason!: string;

  @InstantText({ description: 'The new date: later than the promised one, in working time of the competent agency' })
  readonly newDueAt!: string;
}
