import { Text } from '@motcua/platform';

export class SendBackRequest {
  @Text({ max: 60, description: 'Code of a step that the case has passed' })
  readonly to!: string;

  @Text({ max: 2000, description: 'Why; it stays in the history (R21)' })
  readonly reason!: string;

  @Text({ optional: true, max: 2000, description: 'A note for the next officer' })
  readonly comment?: string;

  @Text({ optional: true, max: 200, description: 'Subject of the officer who does that step' })
  readonly nextAssignee?: string;
}
