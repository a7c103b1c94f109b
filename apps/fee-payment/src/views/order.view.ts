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
  @Text({ description: 'What the payer, the platform and we call this payment', example: 'H4826112400000001' })
  readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @OneOf(ORDER_STATUSES, {
    description:
      'created: the platform does not know it yet; refundable: its money came when nothing was owed any more, and is listed for refund',
  })
  readonly status!: OrderStatus;
  @TextList({ values: COLLECTION_TIMES, description: 'The collection times that it pays for (R16)' })
  readonly collects!: readonly CollectionTime[];
  @Whole({ description: 'đồng', example: 115_000 }) readonly amount!: number;
  @Text({ nullable: true, max: 2000, description: "The platform's page, where the payer pays" })
  readonly paymentUrl!: string | null;
  @Nested(() => InstructionsView, { nullable: true, description: 'How to pay at the counter or by transfer' })
  readonly instructions!: InstructionsView | null;
  @Text({ nullable: true, description: "The platform's or the bank's number" }) readonly transaction!: string | null;
  @Text({ nullable: true }) readonly cashReceiptNumber!: string | null;
  @InstantText() readonly placedAt!: string;
  @InstantText({ nullable: true }) readonly paidAt!: string | null;
}
