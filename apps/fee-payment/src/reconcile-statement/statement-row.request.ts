import { Text, Whole } from '@motcua/platform';

export class StatementRowRequest {
  @Text({ max: 100 }) readonly reference!: string;
  @Text({ max: 100, description: 'Transaction number on the statement' }) readonly transaction!: string;
  @Whole({ description: 'đồng' }) readonly amount!: number;
}
