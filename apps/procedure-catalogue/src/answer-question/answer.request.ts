import { Text } from '@motcua/platform';

export class AnswerRequest {
  @Text({ max: 2000, description: 'The answer, saved with the draft' })
  readonly answer!: string;
}
