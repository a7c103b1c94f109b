import { type LedgerRow, verifyLedger } from '@motcua/fee-payment';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type pg from 'pg';
import type { ChaosRecord } from '../record.js';
import { compared, disagreeing, type Finding } from './finding.js';

interface Entry {
  readonly reference: string;
  readonly transaction: string;
  readonly method: string;
  readonly kind: string;
  readonly amount: string;
}

/** Sums that must be the same, dossier by dossier. */
const SUMS: readonly (readonly [what: string, sql: string])[] = [
  [
    'payments in the ledger, and receipts with what settles nothing yet',
    `SELECT a.dossier_id AS id, concat_ws(' ', l.sum, r.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.ledger_entry WHERE dossier_id = a.dossier_id AND kind = 'payment') l
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.receipt WHERE dossier_id = a.dossier_id AND reversal_id IS NULL AND replaced_by IS NULL AND adjusts IS NULL) r
     WHERE a.ended IS NULL AND l.sum <> r.sum + a.unallocated`,
  ],
  [
    'what is owed at the times of collection that are paid',
    `SELECT a.dossier_id AS id, concat_ws(' ', d.sum, r.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum((line->>'net')::bigint), 0) AS sum FROM jsonb_array_elements(a.lines) AS line WHERE line->>'collectedAt' = ANY (a.paid) OR (line->>'settled')::boolean) d
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.receipt WHERE dossier_id = a.dossier_id AND reversal_id IS NULL AND replaced_by IS NULL AND adjusts IS NULL) r
     WHERE d.sum <> r.sum`,
  ],
  [
    'money that came without being owed, and after an end, and the refunds listed',
    `SELECT a.dossier_id AS id, concat_ws(' ', l.sum, r.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.ledger_entry
       WHERE dossier_id = a.dossier_id AND (kind = 'surplus' OR a.ended IS NOT NULL AND kind = 'payment')) l
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.refund WHERE dossier_id = a.dossier_id) r
     WHERE l.sum <> r.sum`,
  ],
];

/** What the platform has taken, by its own record: each success, and each that it told us of beside it. */
function takenBy(platform: PaymentPlatform): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { reference, state, transaction, amount } of platform.payments.values())
    if (state === '1') taken.set(`${reference} ${transaction}`, amount);
  for (const { sent, status } of platform.callbacks) {
    const { MaLoi, MaThamChieu, MaGiaoDich, SoTien } = sent;
    if (MaLoi !== '00' || status !== 200) continue;
    // A number is one sum of money: the most that was said of it.
    const payment = `${MaThamChieu} ${MaGiaoDich}`;
    taken.set(payment, Math.max(taken.get(payment) ?? 0, Number(SoTien)));
  }
  return taken;
}

interface CashSent {
  readonly receiptNumber: string;
  readonly amount: number;
}

/** What cashiers were told that they have taken, and brought to the treasury, against the books. */
async function checkCash(admin: pg.Client, { acknowledged }: ChaosRecord): Promise<Finding[]> {
  const { rows } = await admin.query<{ transaction: string; sum: string }>(
    `SELECT transaction, sum(amount) AS sum FROM payment.ledger_entry WHERE method = 'counter' AND kind <> 'refund' GROUP BY transaction`,
  );
  const found = new Map(rows.map(({ transaction, sum }) => [transaction, Number(sum)]));
  const told = new Map<string, number>();
  let brought = 0;
  for (const { kind, sent } of acknowledged) {
    if (kind === 'drawerDeposit') brought += (sent.json as { amount: number }).amount;
    if (kind !== 'cash') continue;
    const { receiptNumber, amount } = sent.json as CashSent;
    told.set(receiptNumber.toUpperCase(), amount);
  }
  const [bank] = (
    await admin.query<{ sum: string | null }>(
      `SELECT sum(CASE debit WHEN 'bank' THEN amount ELSE -amount END) AS sum FROM payment.ledger_posting WHERE 'bank' IN (debit, credit)`,
    )
  ).rows;
  return [
    ...[...new Set([...told.keys(), ...found.keys()])].flatMap((number) =>
      compared(`cash: receipt ${number}`, found.get(number) ?? 0, told.get(number) ?? 0),
    ),
    ...compared('cash brought to the treasury, in đồng', Number(bank?.sum ?? 0), brought),
  ];
}

export async function checkMoney(admin: pg.Client, platform: PaymentPlatform, record: ChaosRecord): Promise<Finding[]> {
  const { rows } = await admin.query<Entry>(
    `SELECT reference, transaction, method, kind, amount FROM payment.ledger_entry WHERE kind <> 'refund'`,
  );
  const ours = rows.filter(({ method }) => method === 'nationalPlatform');
  const sums = new Map<string, number>();
  for (const { reference, transaction, amount } of ours)
    sums.set(`${reference} ${transaction}`, (sums.get(`${reference} ${transaction}`) ?? 0) + Number(amount));
  const taken = takenBy(platform);
  const findings = [...new Set([...taken.keys(), ...sums.keys()])].flatMap((payment) =>
    compared(`money: ${payment} in the ledger, and at the platform`, sums.get(payment) ?? 0, taken.get(payment) ?? 0),
  );
  findings.push(...(await checkCash(admin, record)));
  for (const [what, sql] of SUMS) {
    const { rows: wrong } = await admin.query<{ id: string; found: string }>(sql);
    findings.push(...wrong.map(({ id, found }) => disagreeing(`${what}: ${id}: ${found}`)));
  }
  const faults = await verifyLedger({
    query: async (statement) => (await admin.query<LedgerRow>(statement)).rows,
  });
  findings.push(...faults.map(({ check, of, found }) => disagreeing(`ledger: ${check}: ${of}: ${found}`)));
  return findings;
}
