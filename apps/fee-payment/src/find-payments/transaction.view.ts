import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { Flag, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { TRANSACTION_KINDS } from './transactions.query.js';

export class TransactionView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @Text() readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @OneOf(TRANSACTION_KINDS, { description: 'surplus: came without being owed, and is listed for refund' })
  readonly kind!: string;
  @Whole({ description: 'đồng; a refund went out, all others came in' }) readonly amount!: number;
  @Text({ nullable: true, description: "The platform's, the bank's or the cash receipt's number" })
  readonly transaction!: string | null;
  @InstantText() readonly at!: string;
  @Flag({ description: 'Found in a statement of the other side' }) readonly reconciled!: boolean;
}
