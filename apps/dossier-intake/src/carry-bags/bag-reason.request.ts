import { Text } from '@motcua/platform';

export class BagReasonRequest {
  @Text({ max: 1000, example: 'Túi gửi nhầm cơ quan' })
  readonly reason!: string;
}
