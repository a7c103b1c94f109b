import { OneOf, Text, Whole } from '@motcua/platform';

export class DecideRefundRequest {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @Whole({ optional: true, min: 1, description: 'đồng to pay back; absent: all of it' }) readonly amount?: number;
  @Text({ max: 1000, description: 'By which policy, readable by the applicant' }) readonly note!: string;
}
