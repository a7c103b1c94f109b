import { issuePapers } from '@motcua/catalogue-copy';
import { type CashCount, type CashDayStatus, postDifference, postVoucher, type VoucherKind } from '@motcua/fee-domain';
import { type Aggregate, type Queries, rowTable } from '@motcua/platform';
import { type CashDayAction, line } from './history.js';
import { savePostings, type StoredPosting } from './postings.js';

/** A cashier's day at the drawer of a counter: from its opening until it is counted and closed. */
export interface StoredCashDay {
  readonly id: string;
  readonly version: number;
  readonly agency: string;
  /** Whose drawer it is. */
  readonly cashier: string;
  readonly status: CashDayStatus;
  readonly openedAt: Temporal.Instant;
  /** The cashier, or whose act moved cash of a drawer that nobody had opened. */
  readonly openedBy: string;
  /** What the day before left in the drawer, đồng. */
  readonly carried: number;
  /** As it was counted at the opening; null where the drawer was taken over as it had been left. */
  readonly openingCount: CashCount | null;
  readonly countedAt: Temporal.Instant | null;
  readonly closingCount: CashCount | null;
  /** Counted beyond what the books say, đồng; booked once the day is closed. */
  readonly difference: number | null;
  /** The cashier's words on the count. */
  readonly note: string | null;
  readonly closedAt: Temporal.Instant | null;
  /** The second person, where there was a difference. */
  readonly confirmedBy: string | null;
  readonly confirmationNote: string | null;
  readonly agencies: readonly string[];
}

export const CASH_DAYS = rowTable<StoredCashDay>('cash_day', {
  id: 'key',
  version: 'plain',
  agency: 'fixed',
  cashier: 'fixed',
  status: 'plain',
  openedAt: 'fixed',
  openedBy: 'fixed',
  carried: 'fixed',
  openingCount: 'fixed',
  countedAt: 'plain',
  closingCount: 'plain',
  difference: 'plain',
  note: 'plain',
  closedAt: 'plain',
  confirmedBy: 'plain',
  confirmationNote: 'plain',
  agencies: 'fixed',
});

/** Cash that came into a drawer, or left it, and is nobody's fee: change of the agency, and what was brought to the treasury. */
export interface StoredVoucher {
  readonly id: string;
  readonly cashDayId: string;
  readonly agency: string;
  readonly kind: VoucherKind;
  /** Of the cash voucher or the deposit slip. */
  readonly number: string;
  readonly amount: number;
  /** YYYY-MM-DD */
  readonly dated: string;
  readonly at: Temporal.Instant;
  readonly by: string;
}

export const VOUCHERS = rowTable<StoredVoucher>('cash_voucher', {
  id: 'key',
  cashDayId: 'fixed',
  agency: 'fixed',
  kind: 'fixed',
  number: 'fixed',
  amount: 'fixed',
  dated: 'fixed',
  at: 'fixed',
  by: 'fixed',
});

export interface CashDayChange {
  readonly before: StoredCashDay | null;
  readonly after: StoredCashDay;
  readonly voucher?: StoredVoucher;
  readonly action: CashDayAction;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** What a change of a day books: what came or left by a voucher, and, when it is closed, what was counted beyond the books. */
export function cashDayPostings({ before, after, voucher, at }: CashDayChange): StoredPosting[] {
  const posting = { dossierId: null, cashDayId: after.id, at };
  const isClosed = before?.status !== 'closed' && after.status === 'closed';
  return [
    ...(voucher ? postVoucher(after, voucher.kind, voucher.amount) : []).map((one) => ({
      ...posting,
      ...{ source: voucher!.id, why: voucher!.kind, n: 0 },
      ...one,
    })),
    ...(isClosed ? postDifference(after, after.difference!) : []).map((one) => ({
      ...posting,
      ...{ source: after.id, why: 'counted' as const, n: 0 },
      ...one,
    })),
  ];
}

/** Days that nobody had opened, and in which cash moves: once each, and before what moves. */
export async function saveOpenedDays(queries: Queries, days: readonly StoredCashDay[]): Promise<void> {
  if (days.length > 0) await queries.query(CASH_DAYS.insert(days));
}

/** A cashier's day: others hear of the money, and not of where it lay. */
export const CASH_DAY: Aggregate<CashDayChange> = {
  save: async (queries, changes) => {
    const vouchers = changes.flatMap(({ voucher }) => voucher ?? []);
    const closed = changes.flatMap(({ after }) => (after.status === 'closed' ? [after] : []));
    await Promise.all([
      CASH_DAYS.save(queries, changes),
      ...(vouchers.length > 0 ? [queries.query(VOUCHERS.insert(vouchers))] : []),
      savePostings(queries, changes.flatMap(cashDayPostings)),
      issuePapers(
        queries,
        closed.map(({ id, agency, closedAt }) => ({ about: id, form: 'cash-count', agency, at: closedAt! })),
      ),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ after, action, detail, at, actor }) => [line('cashDay', after.id, action, { at, actor, detail })],
};
