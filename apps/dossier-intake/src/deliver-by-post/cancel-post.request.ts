import { Text } from '@motcua/platform';

export class CancelPostRequest {
  @Text({ max: 1000, example: 'Người dân đến nhận tại quầy' })
  readonly reason!: string;
}
