import { Text } from '@motcua/platform';

export class RecallTaskRequest {
  @Text({ max: 2000, description: 'Why; it stays in the history (R21)' })
  readonly reason!: string;
}
