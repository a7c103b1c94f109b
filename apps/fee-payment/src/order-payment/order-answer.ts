import { type Answer, created } from '@motcua/platform';
import type { PaymentConfig } from '../payment.config.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { OrderView } from '../views/order.view.js';
import { orderView } from '../views/show-order.js';

/** How a new order is answered. */
export const orderAnswer = (order: StoredOrder, config: PaymentConfig): Answer<OrderView> =>
  created(orderView(order, config), { version: order.version, location: `/payment/v1/orders/${order.id}` });
