import { AmountMoved, Text } from '@motcua/platform';

export class StatementRowRequest {
  @Text({ max: 100 }) readonly reference!: string;
  @Text({ max: 100, description: 'Transaction number on the statement' }) readonly transaction!: string;
  @AmountMoved({ min: 0, description: 'đồng' }) readonly amount!: number;
}
