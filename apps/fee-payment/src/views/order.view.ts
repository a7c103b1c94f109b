import { Nested, InstantText, OneOf, Text, TextList, Uuid, Whole } from '@motcua/platform';
import {
  COLLECTION_TIMES,
  type CollectionTime,
  ORDER_STATUSES,
  type OrderStatus,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '@motcua/fee-domain';
import { InstructionsView } from './instructions.view.js';

export class OrderView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Text({ description: 'Reference shared by the payer, the platform and the ledger', example: 'H4826112400000001' })
  readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @OneOf(ORDER_STATUSES, {
    description:
      'created: not yet known to the platform; refundable: paid after nothing was owed, listed for refund; cancelled: nothing that it collects is owed any more; expired: its time is over',
  })
  readonly status!: OrderStatus;
  @TextList({ values: COLLECTION_TIMES, description: 'Collection times paid by this order (R16)' })
  readonly collects!: readonly CollectionTime[];
  @Whole({ description: 'đồng', example: 115_000 }) readonly amount!: number;
  @Whole({ description: 'Amount still to be paid on this order, đồng; less than its amount once a part was paid' })
  readonly stillOwed!: number;
  @Text({ nullable: true, max: 2000, description: 'Payment page of the platform' })
  readonly paymentUrl!: string | null;
  @Nested(() => InstructionsView, {
    nullable: true,
    description: 'Instructions for payment at the counter or by transfer',
  })
  readonly instructions!: InstructionsView | null;
  @Text({ nullable: true, description: 'Transaction number given by the platform or the bank' }) readonly transaction!:
    string | null;
  @Text({ nullable: true }) readonly cashReceiptNumber!: string | null;
  @InstantText() readonly placedAt!: string;
  @InstantText({ nullable: true, description: 'When it ends unpaid; null: never' }) readonly expiresAt!: string | null;
  @Text({
    nullable: true,
    max: 1000,
    description: "Address to which the payer's browser returns from the platform's page",
  })
  readonly returnUrl!: string | null;
  @InstantText({ nullable: true }) readonly paidAt!: string | null;
}
