import { type Dong, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';

/**
 * `open`: cash comes and goes. `counted`: counted with a difference, which another person has to confirm; nothing comes or goes.
 * `closed`: the end; nothing of it ever changes.
 */
export const CASH_DAY_STATUSES = ['open', 'counted', 'closed'] as const;
export type CashDayStatus = (typeof CASH_DAY_STATUSES)[number];

/** A cashier's day at a drawer, from its opening until it is counted and closed. */
interface CashDay {
  readonly status: CashDayStatus;
  readonly cashier: string;
}

const refused = (code: FeeRefusalCode, evidence: Readonly<Record<string, unknown>> = {}): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>(code, evidence);

/**
 * Cash comes into the drawer, or goes out of it: never into a day that is closed, or counted, and never more out than is there.
 * Refused with `PAYMENT.CASH_DAY_CLOSED`, `PAYMENT.CASH_DAY_COUNTED`, `PAYMENT.DRAWER_TOO_LOW`.
 */
export function assertMoves({ status }: Pick<CashDay, 'status'>, holds: Dong, out: Dong = 0): void {
  if (status === 'closed') throw refused('PAYMENT.CASH_DAY_CLOSED');
  if (status === 'counted') throw refused('PAYMENT.CASH_DAY_COUNTED');
  if (out > holds) throw refused('PAYMENT.DRAWER_TOO_LOW', { holds, wanted: out });
}

/** Only who has the drawer counts it, and brings its money away. Refused with `PAYMENT.DRAWER_OF_ANOTHER`. */
export function assertOwnDrawer({ cashier }: Pick<CashDay, 'cashier'>, by: string): void {
  if (cashier !== by) throw refused('PAYMENT.DRAWER_OF_ANOTHER');
}

interface Counted {
  readonly status: 'counted' | 'closed';
  /** What was counted beyond what the books say; below 0 where it is less. */
  readonly difference: Dong;
}

/**
 * The cashier counts the drawer: a day without a difference is closed by that, any other waits for a second person, and is counted
 * again until then. Refused with `PAYMENT.CASH_DAY_CLOSED`, `PAYMENT.DRAWER_OF_ANOTHER`.
 */
export function closeByCount(
  day: CashDay,
  { counted, holds, by }: { counted: Dong; holds: Dong; by: string },
): Counted {
  assertOwnDrawer(day, by);
  if (day.status === 'closed') throw refused('PAYMENT.CASH_DAY_CLOSED');
  const difference = counted - holds;
  return { status: difference === 0 ? 'closed' : 'counted', difference };
}

/**
 * Another person has counted with the cashier and confirms the difference, or sends the day back to be looked through. Refused
 * with `PAYMENT.CASH_DAY_NOT_COUNTED`, `PAYMENT.SAME_PERSON`.
 */
export function confirmCount(
  { status, cashier }: CashDay,
  { confirmed, by }: { readonly confirmed: boolean; readonly by: string },
): 'closed' | 'open' {
  if (status !== 'counted') throw refused('PAYMENT.CASH_DAY_NOT_COUNTED', { cashDayStatus: status });
  if (cashier === by) throw refused('PAYMENT.SAME_PERSON');
  return confirmed ? 'closed' : 'open';
}
