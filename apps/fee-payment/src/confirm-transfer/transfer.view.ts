import { Nested, OneOf } from '@motcua/platform';
import { OrderView } from '../views/order.view.js';

export class TransferView {
  @OneOf(['paid', 'lateSuccess', 'paidTwice', 'amountDiffers', 'repeated', 'nothingNew'], {
    description: 'paid: settles the fee; lateSuccess, paidTwice: listed for refund; amountDiffers: recorded as a break',
  })
  readonly outcome!: string;
  @Nested(() => OrderView) readonly order!: OrderView;
}
