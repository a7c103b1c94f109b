import { Text } from '@motcua/platform';

export class AssignTaskRequest {
  @Text({ max: 200, description: 'Subject of a registered officer with the role of the step' })
  readonly assignee!: string;
}
