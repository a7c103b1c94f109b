import { FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { OneOf } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export class ReceiptsQuery extends PaymentsQuery {
  @OneOf(FEE_KINDS, { optional: true }) readonly kind?: FeeKind;
}
