import { DIFFERENCE_ACTS, type DifferenceAct } from '@motcua/fee-domain';
import { AmountMoved, OneOf, Text } from '@motcua/platform';

export class SettleDifferenceRequest {
  @OneOf(DIFFERENCE_ACTS, {
    description:
      'madeGood: paid in at the treasury by who owes it; writtenOff: freed of it by a decision; toTreasury: a surplus whose owner was not found',
  })
  readonly act!: DifferenceAct;
  @AmountMoved({ description: 'đồng; at most what is left of the difference' }) readonly amount!: number;
  @Text({ max: 100, description: 'Number of the deposit slip, or of the decision', example: '123/QĐ-SNNMT' })
  readonly number!: string;
  @Text({ max: 1000, description: 'Reason' }) readonly note!: string;
}
