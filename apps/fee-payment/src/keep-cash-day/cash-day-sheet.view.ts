import { AnyListOf, Nested, Whole } from '@motcua/platform';
import { CashDayView } from './cash-day.view.js';
import { CashSettlementView } from './cash-settlement.view.js';
import { CashMovementView } from './cash-movement.view.js';
import { VoucherView } from './voucher.view.js';

/** The paper of a cashier's day: all that moved, what lies in the drawer by the books, and what was counted. */
export class CashDaySheetView {
  @Nested(() => CashDayView) readonly day!: CashDayView;
  @Whole({ description: 'Amount in the drawer by the books, đồng' }) readonly holds!: number;
  @Whole({ description: 'Taken, đồng' }) readonly taken!: number;
  @Whole({ description: 'Paid back and undone, đồng' }) readonly givenBack!: number;
  @Whole({ description: 'Brought to the treasury, đồng' }) readonly deposited!: number;
  @AnyListOf(() => VoucherView, { description: 'Change, and what was brought away' })
  readonly vouchers!: readonly VoucherView[];
  @AnyListOf(() => CashMovementView) readonly movements!: readonly CashMovementView[];
  @AnyListOf(() => CashSettlementView, { description: 'Settlements of the difference' })
  readonly settlements!: readonly CashSettlementView[];
  @Whole({ description: 'Left of the difference of a closed day, missing or too much, đồng' })
  readonly unsettled!: number;
}
