import { AmountMoved, Day, OneOf, Text } from '@motcua/platform';

export class VoucherRequest {
  @OneOf(['deposited', 'returned'], {
    description: 'deposited: brought to the account at the treasury; returned: change given back to the agency',
  })
  readonly kind!: 'deposited' | 'returned';
  @Text({ max: 100, description: 'Number of the deposit slip or the cash voucher', example: 'GNT-0000123' })
  readonly number!: string;
  @AmountMoved({ description: 'đồng' }) readonly amount!: number;
  @Day({ description: 'Date of the slip' }) readonly dated!: string;
}
