import { FEE_KINDS, type FeeKind, RECEIPT_FORM, RECEIPT_SYMBOL } from '@motcua/fee-domain';
import { Day, OneOf, Text } from '@motcua/platform';

export class ReceiptSeriesLine {
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Text({ pattern: RECEIPT_FORM, description: 'Form of the receipt (mẫu số)', example: '01BLP0-001' })
  readonly form!: string;
  @Text({
    pattern: RECEIPT_SYMBOL,
    description: 'Symbol of the series (ký hiệu); E: electronic, T: printed by the agency, P: ordered in print',
    example: 'AA-26E',
  })
  readonly symbol!: string;
  @Day({ description: 'First day' }) readonly validFrom!: string;
  @Day({ nullable: true, description: 'First day on which it no longer holds; null: it goes on' }) readonly validTo!:
    string | null;
}
