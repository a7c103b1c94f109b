import { assertMoves, type DrawerOwner } from '@motcua/fee-domain';
import { newId } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';
import { CASH_DAYS, type StoredCashDay } from './cash-days.js';

/** A drawer, its day and what lies in it, under its lock. */
export interface Drawer extends DrawerOwner {
  /** The day that is not closed yet; null: none is. */
  readonly day: StoredCashDay | null;
  /** What lies in it by the books, đồng. */
  readonly holds: number;
  /** Of the day that is opened where none is: one for all that move cash at once. */
  readonly nextDay: string;
}

export const nameOfDrawer = ({ agency, cashier }: DrawerOwner): string => `${agency}/${cashier}`;

interface Found extends DrawerOwner {
  readonly holds: number;
}

/**
 * Drawers by name, each locked, in order and as the last of what a command locks: whoever moves cash of one comes after the other.
 * What it holds is what its day took over and moved since, or what the last day left.
 */
export async function drawersOf(
  queries: Queries,
  owners: readonly DrawerOwner[],
): Promise<ReadonlyMap<string, Drawer>> {
  const byName = new Map(owners.map((owner) => [nameOfDrawer(owner), owner] as const));
  const names = [...byName.keys()].sort();
  if (names.length === 0) return new Map();
  const [agencies, cashiers] = [
    names.map((name) => byName.get(name)!.agency),
    names.map((name) => byName.get(name)!.cashier),
  ];
  const wanted = sql`unnest(${agencies}::text[], ${cashiers}::text[]) AS w (agency, cashier)`;
  const [, days, found] = await Promise.all([
    queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('drawer ' || name, 0))
      FROM unnest(${names}::text[]) WITH ORDINALITY AS d (name, n) ORDER BY n`),
    queries.query<StoredCashDay>(sql`
      SELECT ${CASH_DAYS.columns('d')} FROM ${wanted} JOIN cash_day d ON (d.agency, d.cashier) = (w.agency, w.cashier) WHERE d.status <> 'closed'`),
    queries.query<Found>(sql`
      SELECT w.agency, w.cashier, CASE WHEN d.id IS NOT NULL THEN d.carried + coalesce(moved.sum, 0)
        ELSE coalesce(last.left, before.sum, 0) END::bigint AS holds
      FROM ${wanted} LEFT JOIN cash_day d ON (d.agency, d.cashier) = (w.agency, w.cashier) AND d.status <> 'closed'
        LEFT JOIN LATERAL (SELECT sum(CASE WHEN debit LIKE 'drawer/%' THEN amount ELSE -amount END) AS sum
          FROM ledger_posting WHERE cash_day_id = d.id) moved ON d.id IS NOT NULL
        LEFT JOIN LATERAL (SELECT (closing_count->>'sum')::bigint AS left FROM cash_day c
          WHERE (c.agency, c.cashier) = (w.agency, w.cashier) AND c.status = 'closed'
          ORDER BY c.closed_at DESC, c.id DESC LIMIT 1) last ON d.id IS NULL
        -- Of a time before there were days.
        LEFT JOIN LATERAL (SELECT coalesce((SELECT sum(amount) FROM ledger_posting WHERE debit = 'drawer/' || w.agency || '/' || w.cashier), 0)
          - coalesce((SELECT sum(amount) FROM ledger_posting WHERE credit = 'drawer/' || w.agency || '/' || w.cashier), 0) AS sum) before
          ON d.id IS NULL AND last.left IS NULL`),
  ]);
  const dayOf = new Map(days.map((day) => [nameOfDrawer(day), day]));
  return new Map(
    found.map(({ agency, cashier, holds }) => {
      const name = nameOfDrawer({ agency, cashier });
      return [name, { agency, cashier, holds, day: dayOf.get(name) ?? null, nextDay: newId() }];
    }),
  );
}

/** A day begins with what the last one left. */
export const newDay = (
  { agency, cashier, nextDay: id, holds: carried }: Drawer,
  at: Temporal.Instant,
  openedBy: string,
): StoredCashDay => ({
  ...{ id, version: 1, agency, cashier, status: 'open', openedAt: at, openedBy, carried, openingCount: null },
  ...{ countedAt: null, closingCount: null, difference: null, note: null, closedAt: null },
  ...{ confirmedBy: null, confirmationNote: null, agencies: [agency] },
});

/** In which day cash moves, and which day is opened by that. */
export interface CashMove {
  readonly cashDayId: string;
  readonly opens?: StoredCashDay;
}

/**
 * Cash moves in the day of its drawer. Where none is open one begins with what the last one left: nobody at the counter waits
 * because somebody forgot to open it. Refused with `PAYMENT.CASH_DAY_COUNTED`, `PAYMENT.DRAWER_TOO_LOW`.
 * @param out what goes out of the drawer, đồng
 */
export function moveCash(
  drawer: Drawer,
  { at, by, out = 0 }: { at: Temporal.Instant; by: string; out?: number },
): CashMove {
  const { day, holds } = drawer;
  assertMoves(day ?? { status: 'open' }, holds, out);
  if (day) return { cashDayId: day.id };
  const opens = newDay(drawer, at, by);
  return { cashDayId: opens.id, opens };
}
