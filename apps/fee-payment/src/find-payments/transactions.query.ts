import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, OneOf } from '@motcua/platform';
import { PaymentsQuery } from '../lists/payments.query.js';

export const TRANSACTION_KINDS = ['payment', 'surplus', 'refund', 'reversal'] as const;

export class TransactionsQuery extends PaymentsQuery {
  @OneOf(PAYMENT_METHODS, { optional: true }) readonly method?: PaymentMethod;
  @OneOf(TRANSACTION_KINDS, { optional: true }) readonly kind?: (typeof TRANSACTION_KINDS)[number];
  @InstantText({ optional: true, description: 'Inclusive' }) readonly from?: string;
  @InstantText({ optional: true, description: 'Exclusive' }) readonly until?: string;
}
