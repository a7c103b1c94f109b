import { PAYMENT_METHODS, type PaymentMethod } from '@motcua/fee-domain';
import { InstantText, Nested, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { RECONCILIATION_STATUSES } from '../persistence/reconciliations.js';
import { STATEMENT_FORMATS, type StatementFormat } from '../statement-files/statement-file.js';
import { CountsView } from './counts.view.js';

export class ReconciliationView {
  @Uuid() readonly id!: string;
  @OneOf(RECONCILIATION_STATUSES, {
    description: 'comparing: it was interrupted, or goes on; the same file, sent again, completes it',
  })
  readonly status!: (typeof RECONCILIATION_STATUSES)[number];
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @InstantText() readonly from!: string;
  @InstantText() readonly until!: string;
  @InstantText() readonly madeAt!: string;
  @Text() readonly madeBy!: string;
  @OneOf(STATEMENT_FORMATS, { nullable: true }) readonly format!: StatementFormat | null;
  @Text({ nullable: true }) readonly fileName!: string | null;
  @Text({ nullable: true, description: "The bank's number of the statement" }) readonly statement!: string | null;
  @Text({ nullable: true, description: 'The account that it is of' }) readonly account!: string | null;
  @Whole({ description: 'Number of lines of the file' }) readonly lines!: number;
  @Nested(() => CountsView) readonly counts!: CountsView;
}
