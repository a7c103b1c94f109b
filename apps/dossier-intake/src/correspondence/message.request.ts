import { Text } from '@motcua/platform';

export class MessageRequest {
  @Text({ max: 4000, onScreen: true }) readonly text!: string;
}
