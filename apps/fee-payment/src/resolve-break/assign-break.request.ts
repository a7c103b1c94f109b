import { Text } from '@motcua/platform';

export class AssignBreakRequest {
  @Text({ max: 100, description: 'Subject of the officer who is to clear it' }) readonly owner!: string;
}
