import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, ListOf, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { CountsView } from './counts.view.js';
import { ReconciledRowView } from './reconciled-row.view.js';

export class ReconciliationView {
  @Uuid() readonly id!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @InstantText() readonly from!: string;
  @InstantText() readonly until!: string;
  @InstantText() readonly madeAt!: string;
  @Text() readonly madeBy!: string;
  @Nested(() => CountsView) readonly counts!: CountsView;
  @ListOf(() => ReconciledRowView, { max: 100_000 }) readonly rows!: readonly ReconciledRowView[];
}
