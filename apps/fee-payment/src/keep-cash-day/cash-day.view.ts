import { CASH_DAY_STATUSES, type CashDayStatus } from '@motcua/fee-domain';
import { InstantText, Nested, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { CashCountView } from './cash-count.view.js';

export class CashDayView {
  @Uuid() readonly id!: string;
  @Text({ description: 'Agency of the counter' }) readonly agency!: string;
  @Text({ description: 'Cashier, to whom the drawer belongs' }) readonly cashier!: string;
  @OneOf(CASH_DAY_STATUSES, {
    description:
      'counted: with a difference that a second person has to confirm, so that no cash moves; closed: for good',
  })
  readonly status!: CashDayStatus;
  @InstantText() readonly openedAt!: string;
  @Text({ description: 'The cashier, or the officer whose act moved cash of a drawer that was not open' })
  readonly openedBy!: string;
  @Whole({ description: 'Amount that the day before left in the drawer, đồng' }) readonly carried!: number;
  @Nested(() => CashCountView, { nullable: true, description: 'null: taken over without counting' })
  readonly openingCount!: CashCountView | null;
  @InstantText({ nullable: true }) readonly countedAt!: string | null;
  @Nested(() => CashCountView, { nullable: true }) readonly closingCount!: CashCountView | null;
  @Whole({
    min: Number.MIN_SAFE_INTEGER,
    nullable: true,
    description: 'Counted beyond what the books say, đồng; below 0 where it is less',
  })
  readonly difference!: number | null;
  @Text({ nullable: true, max: 1000 }) readonly note!: string | null;
  @InstantText({ nullable: true }) readonly closedAt!: string | null;
  @Text({ nullable: true, description: 'Second person, where there was a difference' }) readonly confirmedBy!:
    string | null;
  @Text({ nullable: true, max: 1000 }) readonly confirmationNote!: string | null;
}
