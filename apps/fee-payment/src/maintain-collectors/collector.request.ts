import { ListOf, Text } from '@motcua/platform';
import { PayeeAccountLine } from './payee-account.line.js';
import { ReceiptSeriesLine } from './receipt-series.line.js';

export class CollectorRequest {
  @Text({
    optional: true,
    nullable: true,
    max: 14,
    pattern: /^\d{10}(-\d{3})?$/,
    description: "The collecting body's own tax code, printed on its receipts",
    example: '4300123456',
  })
  readonly taxCode?: string | null;

  @ListOf(() => ReceiptSeriesLine, {
    max: 100,
    description: 'Series of its receipts, one of a kind at a time; a day without one has the standard series',
  })
  readonly series!: readonly ReceiptSeriesLine[];

  @ListOf(() => PayeeAccountLine, {
    max: 100,
    description: 'Accounts that transfers go to, one at a time; a day without one has the account of the province',
  })
  readonly accounts!: readonly PayeeAccountLine[];
}
