import { AmountMoved, Text } from '@motcua/platform';

export class ConfirmTransferRequest {
  @Text({ max: 100, description: 'Transaction number given by the bank', example: 'FT26328000123' })
  readonly transaction!: string;

  @AmountMoved({ description: 'Amount on the bank statement, đồng', example: 115_000 })
  readonly amount!: number;
}
