import { OrdinalList, Text } from '@motcua/platform';

export class CompleteTaskRequest {
  @Text({ max: 60, description: "Code of one of the step's outcomes" })
  readonly outcome!: string;

  @Text({
    optional: true,
    max: 2000,
    description: 'Required where the outcome says so; the applicant may read it (R21)',
  })
  readonly reason?: string;

  @OrdinalList({
    optional: true,
    min: 1,
    max: 50,
    description: 'Numbers of the results to sign, of the decision taken; every draft of the decision when absent',
  })
  readonly results?: readonly number[];

  @Text({ optional: true, max: 2000, description: 'A note for the next officer' })
  readonly comment?: string;

  @Text({ optional: true, max: 200, description: 'Subject of the officer who does the next step' })
  readonly nextAssignee?: string;
}
