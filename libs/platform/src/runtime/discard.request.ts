import { Text } from '@motcua/fields';

export class DiscardRequest {
  @Text({ max: 1000, description: 'Why the event is given up' })
  readonly reason!: string;
}
