import { Text, Whole } from '@motcua/platform';

export class StatementRowRequest {
  @Text({ max: 100 }) readonly reference!: string;
  @Text({ max: 100, description: "The other side's number of the transaction" }) readonly transaction!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
}
