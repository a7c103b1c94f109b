import { ORDER_STATUSES, type OrderStatus, PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { OneOf } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export class OrdersQuery extends PaymentsQuery {
  @OneOf(ORDER_STATUSES, { optional: true }) readonly status?: OrderStatus;
  @OneOf(PAYMENT_METHODS, { optional: true }) readonly method?: PaymentMethod;
}
