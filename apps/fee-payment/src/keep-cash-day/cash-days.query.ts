import { CASH_DAY_STATUSES, type CashDayStatus } from '@motcua/fee-domain';
import { InstantText, OneOf, PageQuery, Text } from '@motcua/platform';

export class CashDaysQuery extends PageQuery {
  @OneOf(CASH_DAY_STATUSES, { optional: true }) readonly status?: CashDayStatus;
  @Text({ optional: true, max: 200, description: 'Subject of the cashier' }) readonly cashier?: string;
  @InstantText({ optional: true, description: 'Opened at or after' }) readonly from?: string;
  @InstantText({ optional: true, description: 'Opened before: a day that is still open then was left open' })
  readonly until?: string;
}
