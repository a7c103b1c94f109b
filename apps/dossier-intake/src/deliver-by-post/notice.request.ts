import { Text } from '@motcua/platform';

/** Something happened to an order. What it was is asked: a notice that is late, double or out of order says nothing wrong. */
export class NoticeRequest {
  @Text({ max: 100, example: 'H48.12-261124-0001-1' })
  readonly orderNumber!: string;
}
