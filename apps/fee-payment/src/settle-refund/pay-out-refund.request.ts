import { Text } from '@motcua/platform';

export class PayOutRefundRequest {
  @Text({
    max: 100,
    description: "The bank's or the platform's number of the payment back, or that of the cash voucher",
  })
  readonly transaction!: string;
}
