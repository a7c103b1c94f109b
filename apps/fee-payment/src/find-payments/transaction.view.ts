import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { Flag, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { TRANSACTION_KINDS } from './transactions.query.js';

export class TransactionView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Text() readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @OneOf(TRANSACTION_KINDS, {
    description:
      'payment: settled a fee; surplus: received although nothing was owed, listed for refund; refund: paid back; reversal: undoes a mistake of the counter',
  })
  readonly kind!: string;
  @Whole({ description: 'Amount, đồng; outgoing for a refund and a reversal, incoming otherwise' })
  readonly amount!: number;
  @Text({ nullable: true, description: 'Number given by the platform or the bank, or number of the cash receipt' })
  readonly transaction!: string | null;
  @Text({ description: 'The agency whose counter or account it was' }) readonly collectingAgency!: string;
  @Text({ nullable: true, description: 'The officer who took it, or found it; null where it was a machine' })
  readonly collectedBy!: string | null;
  @InstantText() readonly at!: string;
  @Flag({ description: 'Matched with a statement of the platform or the bank' }) readonly reconciled!: boolean;
}
