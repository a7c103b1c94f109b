import { Flag, Text } from '@motcua/platform';

export class ApproveRefundRequest {
  @Flag({ description: 'false: the proposal goes back to the cashier' }) readonly approved!: boolean;
  @Text({ max: 1000, description: 'Reason and policy, shown to the applicant' }) readonly note!: string;
}
