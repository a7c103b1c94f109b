import { Text, Whole } from '@motcua/platform';

export class CollectCashRequest {
  @Text({ max: 50, description: 'Number of the receipt that the cashier wrote', example: 'BL-0001234' })
  readonly receiptNumber!: string;

  @Whole({ min: 1, description: 'đồng, as received', example: 115_000 })
  readonly amount!: number;
}
