import { OneOf, Text, Whole } from '@motcua/platform';

export class ProposeRefundRequest {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @Whole({ optional: true, min: 1, description: 'Amount, đồng; default: the whole refund. The rest stays listed' })
  readonly amount?: number;
  @Text({ max: 1000, description: 'Reason and policy' }) readonly note!: string;
}
