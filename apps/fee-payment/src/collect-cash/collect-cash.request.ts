import { AmountMoved, Flag, Nested, Text } from '@motcua/platform';
import { PayerLine } from '../settlement/payer.line.js';

export class CollectCashRequest {
  @Text({ max: 50, description: 'Number of the receipt written by the cashier', example: 'BL-0001234' })
  readonly receiptNumber!: string;

  @AmountMoved({ description: 'Amount received, đồng', example: 115_000 })
  readonly amount!: number;

  @Flag({
    optional: true,
    description:
      'The cash lies in the drawer already: less than what is owed is booked as a part, and what is not owed is listed for refund',
  })
  readonly isInDrawer?: boolean;

  @Nested(() => PayerLine, {
    optional: true,
    description: 'The person that hands over the cash, named on the receipts of this payment; default: the applicant',
  })
  readonly payer?: PayerLine;
}
