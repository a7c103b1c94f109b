import { AmountMoved, OneOf, Text } from '@motcua/platform';

export class ProposeRefundRequest {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @AmountMoved({ optional: true, description: 'Amount, đồng; default: the whole refund. The rest stays listed' })
  readonly amount?: number;
  @Text({ max: 1000, description: 'Reason and policy' }) readonly note!: string;
}
