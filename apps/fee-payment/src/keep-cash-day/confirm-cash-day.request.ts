import { Flag, Text } from '@motcua/platform';

export class ConfirmCashDayRequest {
  @Flag({ description: 'false: the day is open again, to be looked through and counted again' })
  readonly confirmed!: boolean;
  @Text({ max: 1000, description: 'Finding of the second person' }) readonly note!: string;
}
