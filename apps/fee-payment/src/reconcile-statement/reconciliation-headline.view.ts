import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { CountsView } from './counts.view.js';

export class ReconciliationHeadlineView {
  @Uuid() readonly id!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @InstantText() readonly from!: string;
  @InstantText() readonly until!: string;
  @InstantText() readonly madeAt!: string;
  @Text() readonly madeBy!: string;
  @Nested(() => CountsView) readonly counts!: CountsView;
}
