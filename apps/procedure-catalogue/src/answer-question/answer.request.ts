import { Text } from '@motcua/platform';

export class AnswerRequest {
  @Text({ max: 2000, description: 'What was found out; kept with the draft' })
  readonly answer!: string;
}
