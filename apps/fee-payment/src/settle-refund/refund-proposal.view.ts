import { OneOf, Text, Whole } from '@motcua/platform';

export class RefundProposalView {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text() readonly by!: string;
}
