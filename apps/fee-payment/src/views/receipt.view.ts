import { FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { InstantText, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { ReceiptLineView } from './receipt-line.view.js';

export class ReceiptView {
  @Uuid() readonly id!: string;
  @Text({ example: 'H48.12-PH-26E-0000001', description: 'In the register: agency, symbol and number' })
  readonly number!: string;
  @Text({ description: 'Agency that issued it', example: 'H48.12' }) readonly agency!: string;
  @Text({ description: 'Form (mẫu số)', example: '01BLP0-001' }) readonly form!: string;
  @Text({ description: 'Symbol of the series (ký hiệu)', example: 'PH-26E' }) readonly symbol!: string;
  @Text({ description: 'Number on paper, without gaps by agency and symbol', example: '0000001' })
  readonly serial!: string;
  @Text({ description: 'By which anybody who has the paper looks it up', example: 'K7M2PQRS9XYZ' })
  readonly lookupCode!: string;
  @Uuid() readonly dossierId!: string;
  @Uuid() readonly orderId!: string;
  @OneOf(FEE_KINDS, { description: 'Service fees (phí) and state charges (lệ phí) have separate receipts' })
  readonly kind!: FeeKind;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text({ description: 'The amount in Vietnamese words', example: 'Một trăm mười lăm nghìn đồng' })
  readonly amountInWords!: string;
  @ListOf(() => ReceiptLineView) readonly lines!: readonly ReceiptLineView[];
  @Whole({
    description:
      'Amount of it that was given back, đồng: as a whole, so that it is void, or by receipts that adjust it',
  })
  readonly refunded!: number;
  @Text({ nullable: true, description: 'Officer who took or found the money; null where a machine told of it' })
  readonly collectedBy!: string | null;
  @InstantText() readonly issuedAt!: string;
  @InstantText({
    nullable: true,
    description:
      'When it became void: all of it was given back, its payment was a mistake, or another stands in its place',
  })
  readonly voidedAt!: string | null;
  @Uuid({ nullable: true, description: 'Receipt in whose place it stands' }) readonly replaces!: string | null;
  @Text({ nullable: true, description: 'Why it stands in the place of another' })
  readonly replacesBecause!: string | null;
  @Uuid({ nullable: true, description: 'Receipt that stands in its place' }) readonly replacedBy!: string | null;
  @Uuid({ nullable: true, description: 'Receipt that it adjusts down by its amount, because part was given back' })
  readonly adjusts!: string | null;
  @Text({ nullable: true, description: 'Why it adjusts another' }) readonly adjustsBecause!: string | null;
  @Uuid({ nullable: true, description: 'Refund by which it adjusts another' }) readonly refundId!: string | null;
}
