import { FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { InstantText, OneOf, Text, TextList, Whole } from '@motcua/platform';

/** `adjusted`: part of it was given back, and others say so; `replaced`, `cancelled`: it is void. */
export const RECEIPT_STANDINGS = ['valid', 'adjusted', 'replaced', 'cancelled'] as const;
export type ReceiptStanding = (typeof RECEIPT_STANDINGS)[number];

/** What anybody may know of a receipt who has its code: nothing of who paid, or took, the money. */
export class LookedUpReceiptView {
  @Text({ description: 'Agency that issued it, as it was called then' }) readonly agencyName!: string;
  @Text({ nullable: true }) readonly taxCode!: string | null;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Text({ description: 'Form (mẫu số)', example: '01BLP0-001' }) readonly form!: string;
  @Text({ description: 'Symbol of the series (ký hiệu)', example: 'PH-26E' }) readonly symbol!: string;
  @Text({ description: 'Number on paper', example: '0000001' }) readonly serial!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text({ description: 'The amount in Vietnamese words', example: 'Một trăm mười lăm nghìn đồng' })
  readonly amountInWords!: string;
  @Whole({ description: 'Amount of it that was given back, đồng' }) readonly refunded!: number;
  @InstantText() readonly issuedAt!: string;
  @OneOf(RECEIPT_STANDINGS, {
    description: 'adjusted: part of it was given back, as adjustedBy says; replaced and cancelled: it is void',
  })
  readonly status!: ReceiptStanding;
  @InstantText({ nullable: true }) readonly voidedAt!: string | null;
  @Text({ nullable: true, description: 'Symbol and number of the receipt in its place', example: 'PH-26E 0000002' })
  readonly replacedBy!: string | null;
  @TextList({ description: 'Symbols and numbers of the receipts that adjust it' })
  readonly adjustedBy!: readonly string[];
  @Text({
    nullable: true,
    description: 'Symbol and number of the receipt that it adjusts down by its amount; null: it is for money that came',
    example: 'PH-26E 0000001',
  })
  readonly adjusts!: string | null;
}
