import { Day, Text } from '@motcua/platform';

export class PayeeAccountLine {
  @Text({ max: 40, pattern: /^[0-9A-Za-z. -]*[0-9A-Za-z][0-9A-Za-z. -]*$/, example: '0351101234567' })
  readonly number!: string;
  @Text({ max: 200, description: 'Holder' }) readonly name!: string;
  @Text({ max: 200 }) readonly bank!: string;
  @Text({
    nullable: true,
    pattern: /^\d{6}$/,
    description: 'By which NAPAS knows the bank; null: transfers to it are offered without VietQR',
    example: '970436',
  })
  readonly bankBin!: string | null;
  @Day({ description: 'First day' }) readonly validFrom!: string;
  @Day({ nullable: true, description: 'First day on which it no longer holds; null: it goes on' }) readonly validTo!:
    string | null;
}
