import { FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { InstantText, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { ReceiptLineView } from './receipt-line.view.js';

export class ReceiptView {
  @Uuid() readonly id!: string;
  @Text({ example: 'H48.12-PHI-26-0000001' }) readonly number!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid() readonly orderId!: string;
  @OneOf(FEE_KINDS, { description: 'Service fees (phí) and state charges (lệ phí) have separate receipts' })
  readonly kind!: FeeKind;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @ListOf(() => ReceiptLineView) readonly lines!: readonly ReceiptLineView[];
  @Whole({ description: 'Amount of it that was given back, đồng' }) readonly refunded!: number;
  @InstantText() readonly issuedAt!: string;
  @InstantText({
    nullable: true,
    description: 'When it became void: all of it was given back, or its payment was a mistake',
  })
  readonly voidedAt!: string | null;
}
