import { OneOf, Text } from '@motcua/platform';

export class PayOutRefundRequest {
  @Text({
    max: 100,
    description: "The bank's or the platform's number of the payment back, or that of the cash voucher",
  })
  readonly transaction!: string;

  @OneOf(['drawer', 'account'], {
    optional: true,
    description: 'Place that cash is paid back from: your drawer (default), or the account to which it was brought',
  })
  readonly cashFrom?: 'drawer' | 'account';
}
