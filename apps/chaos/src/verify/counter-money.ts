import type pg from 'pg';
import type { ChaosRecord, Told } from '../record.js';
import { compared, type Finding } from './finding.js';

const amountOf = (json: unknown): number => (json as { amount?: number } | undefined)?.amount ?? 0;

function numberOf(json: unknown): string {
  const { receiptNumber, transaction } = json as { receiptNumber?: string; transaction?: string };
  return (receiptNumber ?? transaction ?? '').toUpperCase();
}

/** By each number what cashiers were told that they have entered, without what was undone; and by each number of a payment back. */
function byNumber({ acknowledged, lives }: ChaosRecord): Map<string, number> {
  const undone = new Set(lives.flatMap((life) => [...life.undone]));
  const sums = new Map<string, number>();
  for (const { kind, sent, body } of acknowledged) {
    if (kind === 'cash' || kind === 'transfer') {
      const number = numberOf(sent.json);
      sums.set(number, undone.has(number) ? 0 : amountOf(sent.json));
    } else if (kind === 'refundPaidOut') sums.set(numberOf(sent.json), amountOf(body));
  }
  return sums;
}

/** What moved in or out of a place by one command that was acknowledged. */
type Moved = (told: Told, way: string | null) => number;

const paidBackBy =
  (wanted: string): Moved =>
  ({ kind, body }, way) =>
    kind === 'refundPaidOut' && way === wanted ? -amountOf(body) : 0;

const inDrawer: Moved = (told, way) => {
  const { kind, sent, body } = told;
  if (kind === 'cash') return amountOf(sent.json);
  if (kind === 'drawerDeposit') return -amountOf(sent.json);
  if (kind === 'drawerOpened') return amountOf((sent.json as { advance?: unknown }).advance);
  const { status, difference } = (body ?? {}) as { status?: string; difference?: number };
  if (kind === 'drawerConfirmed') return status === 'closed' ? (difference ?? 0) : 0;
  return paidBackBy('cash')(told, way);
};

const atBank: Moved = (told, way) => {
  const { kind, sent } = told;
  if (kind === 'transfer' || kind === 'drawerDeposit') return amountOf(sent.json);
  return paidBackBy('transfer')(told, way);
};

/** What cashiers were told that they have taken, given back, and brought to the treasury, against the books. */
export async function checkCounter(admin: pg.Client, record: ChaosRecord): Promise<Finding[]> {
  const { rows } = await admin.query<{ transaction: string; sum: string }>(
    `SELECT upper(transaction) AS transaction, sum(CASE kind WHEN 'reversal' THEN -amount ELSE amount END) AS sum FROM payment.ledger_entry
     WHERE method IN ('counter', 'transfer') OR kind = 'refund' GROUP BY 1`,
  );
  const found = new Map(rows.map(({ transaction, sum }) => [transaction, Number(sum)]));
  const told = byNumber(record);
  const wayOf = new Map(record.lives.map(({ number, way }) => [number, way]));
  const undone = new Set(record.lives.flatMap((life) => [...life.undone]));
  const sumOf = (moved: Moved, whose: (one: Told) => boolean = () => true): number =>
    record.acknowledged
      .filter(
        (one) =>
          whose(one) && !((one.kind === 'cash' || one.kind === 'transfer') && undone.has(numberOf(one.sent.json))),
      )
      .reduce((sum, one) => sum + moved(one, wayOf.get(one.life) ?? null), 0);
  const balances = await admin.query<{ account: string; balance: string }>(
    `SELECT account, sum(amount) AS balance FROM (SELECT debit AS account, amount FROM payment.ledger_posting
       UNION ALL SELECT credit, -amount FROM payment.ledger_posting) AS sides
     WHERE account = 'bank' OR account LIKE 'drawer/%' GROUP BY 1`,
  );
  const cashiers = new Map<string, number>();
  for (const { account, balance } of balances.rows) {
    const place = account.split('/')[2] ?? account;
    cashiers.set(place, (cashiers.get(place) ?? 0) + Number(balance));
  }
  const drawers = [
    ...new Set(record.acknowledged.flatMap(({ kind, persona }) => (kind === 'cash' ? (persona ?? []) : []))),
  ];
  // A leader confirms the day of somebody else's drawer.
  const isOf = (cashier: string) => (one: Told) =>
    one.kind === 'drawerConfirmed' ? (one.body as { cashier: string }).cashier === cashier : one.persona === cashier;
  return [
    ...[...new Set([...told.keys(), ...found.keys()])].flatMap((number) =>
      compared(`counter: number ${number}`, found.get(number) ?? 0, told.get(number) ?? 0),
    ),
    ...compared('what lies at the bank, in đồng', cashiers.get('bank') ?? 0, sumOf(atBank)),
    ...drawers.flatMap((cashier) =>
      compared(
        `what lies in the drawer of ${cashier}, in đồng`,
        cashiers.get(cashier) ?? 0,
        sumOf(inDrawer, isOf(cashier)),
      ),
    ),
  ];
}
