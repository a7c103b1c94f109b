import { REFUND_STATUSES, type RefundStatus } from '@motcua/fee-domain';
import { OneOf } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export class RefundsQuery extends PaymentsQuery {
  @OneOf(REFUND_STATUSES, { optional: true }) readonly status?: RefundStatus;
}
