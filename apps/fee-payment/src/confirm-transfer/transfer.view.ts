import { Nested, OneOf } from '@motcua/platform';
import { OrderView } from '../views/order.view.js';

export class TransferView {
  @OneOf(['paid', 'lateSuccess', 'paidTwice', 'amountDiffers', 'repeated', 'nothingNew'], {
    description: 'lateSuccess, paidTwice: listed for refund; amountDiffers: a break',
  })
  readonly outcome!: string;
  @Nested(() => OrderView) readonly order!: OrderView;
}
