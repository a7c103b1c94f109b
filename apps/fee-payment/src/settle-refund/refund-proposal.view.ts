import { OneOf, Text, Whole } from '@motcua/platform';

export class RefundProposalView {
  @OneOf(['refund', 'keep']) readonly decision!: 'refund' | 'keep';
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text() readonly by!: string;
  @Text({ max: 1000, description: 'Reason and policy' }) readonly note!: string;
  @Text({ nullable: true, description: 'Officer who approved it; null until then' }) readonly approvedBy!:
    string | null;
}
