import { InstantText, Text } from '@motcua/platform';

export class MoveSupplementDeadlineRequest {
  @InstantText({ description: 'Later than now set, in working time' }) readonly deadlineAt!: string;
  @Text({ max: 2000, description: 'A sentence for the applicant (R21)' }) readonly reason!: string;
}
