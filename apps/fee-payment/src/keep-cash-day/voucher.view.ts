import { VOUCHER_KINDS, type VoucherKind } from '@motcua/fee-domain';
import { Day, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export class VoucherView {
  @Uuid() readonly id!: string;
  @OneOf(VOUCHER_KINDS, {
    description: 'advanced: change from the agency; deposited: brought to the treasury; returned: change given back',
  })
  readonly kind!: VoucherKind;
  @Text({ description: 'Number of the cash voucher or the deposit slip' }) readonly number!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Day() readonly dated!: string;
  @InstantText() readonly at!: string;
}
