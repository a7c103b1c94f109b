import { withOffset } from '@motcua/kernel';
import type { StoredCashDay } from '../persistence/cash-days.js';
import type { CashDayView } from './cash-day.view.js';

export const cashDayView = ({ version: _, agencies: __, ...row }: StoredCashDay): CashDayView => ({
  ...row,
  openedAt: withOffset(row.openedAt),
  countedAt: row.countedAt && withOffset(row.countedAt),
  closedAt: row.closedAt && withOffset(row.closedAt),
});
