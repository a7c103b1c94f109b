import { Text, Whole } from '@motcua/platform';

export class ConfirmTransferRequest {
  @Text({ max: 100, description: "The bank's number of the transfer", example: 'FT26328000123' })
  readonly transaction!: string;

  @Whole({ min: 1, description: 'đồng, as the bank lists it', example: 115_000 })
  readonly amount!: number;
}
