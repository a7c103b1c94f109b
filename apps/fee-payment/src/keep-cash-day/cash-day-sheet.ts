import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { Database, sql } from '@motcua/platform';
import type { StoredCashDay } from '../persistence/cash-days.js';
import { CASH_SETTLEMENTS, type StoredCashSettlement } from '../persistence/cash-settlements.js';
import { cashSettlementView } from './settle-difference.js';
import type { CashDaySheetView } from './cash-day-sheet.view.js';
import type { CashMovementView, MovementKind } from './cash-movement.view.js';
import type { VoucherView } from './voucher.view.js';
import { cashDayView } from './show-cash-day.js';

type Timed<View extends { readonly at: string }> = Omit<View, 'at'> & { readonly at: Temporal.Instant };

const timed = <Row extends { readonly at: Temporal.Instant }>(row: Row): Omit<Row, 'at'> & { at: string } => ({
  ...row,
  at: withOffset(row.at),
});

/** Reads all that a day's paper says. */
@Injectable()
export class CashDaySheet {
  constructor(private readonly database: Database) {}

  async of(day: StoredCashDay): Promise<CashDaySheetView> {
    const [movements, vouchers, settlements] = await Promise.all([
      this.database.query<Timed<CashMovementView>>(sql`
        SELECT p.why AS kind, CASE WHEN p.debit LIKE 'drawer/%' THEN p.amount ELSE 0 END AS "in",
          CASE WHEN p.credit LIKE 'drawer/%' THEN p.amount ELSE 0 END AS out,
          coalesce(e.transaction, d.number) AS number, a.dossier_id AS "dossierId", a.code, p.at
        FROM ledger_posting p LEFT JOIN ledger_entry e ON e.id = p.source LEFT JOIN cash_voucher d ON d.id = p.source
          LEFT JOIN account a ON a.dossier_id = p.dossier_id
        WHERE p.cash_day_id = ${day.id} ORDER BY p.at, p.source, p.n`),
      this.database.query<Timed<VoucherView>>(sql`
        SELECT id, kind, number, amount, dated::text AS dated, at FROM cash_voucher WHERE cash_day_id = ${day.id} ORDER BY id`),
      this.database.query<StoredCashSettlement>(
        sql`SELECT ${CASH_SETTLEMENTS.columns()} FROM cash_settlement WHERE cash_day_id = ${day.id} ORDER BY id`,
      ),
    ]);
    const sum = (side: 'in' | 'out', ...kinds: readonly MovementKind[]): number =>
      movements.reduce((total, one) => total + (kinds.includes(one.kind) ? one[side] : 0), 0);
    const moved = movements.reduce((total, one) => total + one.in - one.out, 0);
    return {
      day: cashDayView(day),
      holds: day.carried + moved,
      taken: sum('in', 'payment', 'surplus'),
      givenBack: sum('out', 'refund', 'reversal'),
      deposited: sum('out', 'deposited'),
      vouchers: vouchers.map(timed),
      movements: movements.map(timed),
      settlements: settlements.map(cashSettlementView),
      unsettled:
        day.status === 'closed'
          ? Math.abs(day.difference ?? 0) - settlements.reduce((total, one) => total + one.amount, 0)
          : 0,
    };
  }
}
