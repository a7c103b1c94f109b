import { REVERSAL_STATUSES, type ReversalStatus } from '@motcua/fee-domain';
import { OneOf } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export class ReversalsQuery extends PaymentsQuery {
  @OneOf(REVERSAL_STATUSES, { optional: true }) readonly status?: ReversalStatus;
}
