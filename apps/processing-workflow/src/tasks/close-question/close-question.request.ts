import { Text } from '@motcua/platform';

export class CloseQuestionRequest {
  @Text({ max: 2000, description: 'Why; it stays in the history and with the question (R21)' })
  readonly reason!: string;
}
