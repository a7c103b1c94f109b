import { Text } from '@motcua/platform';

export class EscalateCaseRequest {
  @Text({ max: 2000, description: 'Why the leaders should look at it' })
  readonly reason!: string;
}
