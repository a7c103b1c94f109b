import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, ListOf, OneOf } from '@motcua/platform';
import { StatementRowRequest } from './statement-row.request.js';

export class ReconcileStatementRequest {
  @OneOf(PAYMENT_METHODS, { optional: true, description: 'Payment method of the statement' })
  readonly method: PaymentMethod = 'nationalPlatform';

  @InstantText({ description: 'Start of the period, inclusive' }) readonly from!: string;
  @InstantText({ description: 'End of the period, exclusive' }) readonly until!: string;
  @ListOf(() => StatementRowRequest, { max: 5_000 }) readonly rows!: StatementRowRequest[];
}
