import { OneOf, Text, Whole } from '@motcua/platform';

export class DecideRefundRequest {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @Whole({ optional: true, min: 1, description: 'Amount to pay back, đồng; default: the whole refund' })
  readonly amount?: number;
  @Text({ max: 1000, description: 'Reason and policy, shown to the applicant' }) readonly note!: string;
}
