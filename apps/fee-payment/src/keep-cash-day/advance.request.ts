import { AmountMoved, Text } from '@motcua/platform';

export class AdvanceRequest {
  @Text({ max: 100, description: 'Number of the cash voucher' }) readonly number!: string;
  @AmountMoved({ description: 'đồng' }) readonly amount!: number;
}
