import { ListOf, Text } from '@motcua/platform';
import { PayeeAccountLine } from './payee-account.line.js';
import { ReceiptSeriesLine } from './receipt-series.line.js';

export class CollectorView {
  @Text({ example: 'H48.12' }) readonly agency!: string;
  @Text({ nullable: true }) readonly taxCode!: string | null;
  @ListOf(() => ReceiptSeriesLine) readonly series!: readonly ReceiptSeriesLine[];
  @ListOf(() => PayeeAccountLine) readonly accounts!: readonly PayeeAccountLine[];
}
