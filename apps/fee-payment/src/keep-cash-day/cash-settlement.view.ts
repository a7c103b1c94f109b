import { DIFFERENCE_ACTS, type DifferenceAct } from '@motcua/fee-domain';
import { InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';

export class CashSettlementView {
  @Uuid() readonly id!: string;
  @OneOf(DIFFERENCE_ACTS) readonly act!: DifferenceAct;
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Text({ description: 'Number of the deposit slip, or of the decision' }) readonly number!: string;
  @Text() readonly note!: string;
  @InstantText() readonly at!: string;
  @Text() readonly by!: string;
}
