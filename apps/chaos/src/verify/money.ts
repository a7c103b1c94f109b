import { type LedgerRow, verifyLedger } from '@motcua/fee-payment';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type pg from 'pg';
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
    'orders paid, payments in the ledger, and receipts',
    `SELECT a.dossier_id AS id, concat_ws(' ', o.sum, l.sum, r.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.payment_order WHERE dossier_id = a.dossier_id AND status = 'paid') o
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.ledger_entry WHERE dossier_id = a.dossier_id AND kind = 'payment') l
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.receipt WHERE dossier_id = a.dossier_id) r
     WHERE o.sum <> l.sum OR l.sum <> r.sum`,
  ],
  [
    'what is owed at the times of collection that are paid',
    `SELECT a.dossier_id AS id, concat_ws(' ', d.sum, l.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum((line->>'net')::bigint), 0) AS sum FROM jsonb_array_elements(a.lines) AS line WHERE line->>'collectedAt' = ANY (a.paid) OR (line->>'settled')::boolean) d
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.ledger_entry WHERE dossier_id = a.dossier_id AND kind = 'payment') l
     WHERE d.sum <> l.sum`,
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
    if (MaLoi === '00' && status === 200) taken.set(`${MaThamChieu} ${MaGiaoDich}`, Number(SoTien));
  }
  return taken;
}

export async function checkMoney(admin: pg.Client, platform: PaymentPlatform): Promise<Finding[]> {
  const { rows } = await admin.query<Entry>(
    `SELECT reference, transaction, method, kind, amount FROM payment.ledger_entry WHERE kind <> 'refund'`,
  );
  const ours = rows.filter(({ method }) => method === 'nationalPlatform');
  const counts = new Map<string, number>();
  for (const { reference, transaction } of ours)
    counts.set(`${reference} ${transaction}`, (counts.get(`${reference} ${transaction}`) ?? 0) + 1);
  const taken = takenBy(platform);
  const findings = [...new Set([...taken.keys(), ...counts.keys()])].flatMap((payment) =>
    compared(`money: ${payment} in the ledger`, counts.get(payment) ?? 0, taken.has(payment) ? 1 : 0),
  );
  for (const { reference, transaction, amount } of ours) {
    const theirs = taken.get(`${reference} ${transaction}`);
    if (theirs !== undefined && theirs !== Number(amount))
      findings.push(disagreeing(`money: ${reference} is ${amount} in the ledger and ${theirs} at the platform`));
  }
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
