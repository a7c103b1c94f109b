import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, ListOf, OneOf } from '@motcua/platform';
import { StatementRowRequest } from './statement-row.request.js';

export class ReconcileStatementRequest {
  @OneOf(PAYMENT_METHODS, { optional: true, description: 'Whose statement it is' })
  readonly method: PaymentMethod = 'nationalPlatform';

  @InstantText({ description: 'The statement lists payments from this instant on' }) readonly from!: string;
  @InstantText({ description: 'and before this one' }) readonly until!: string;
  @ListOf(() => StatementRowRequest, { max: 5_000 }) readonly rows!: StatementRowRequest[];
}
