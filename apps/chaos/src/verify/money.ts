import { type LedgerRow, verifyLedger } from '@motcua/fee-payment';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type pg from 'pg';
import type { ChaosRecord } from '../record.js';
import { takenBy } from '../platform-statement.js';
import { checkCounter } from './counter-money.js';
import { compared, disagreeing, type Finding } from './finding.js';

interface Entry {
  readonly reference: string;
  readonly transaction: string;
  readonly method: string;
  readonly kind: string;
  readonly amount: string;
}

/** What was entered and was no mistake. */
const STANDING = 'JOIN payment.confirmation c ON c.id = e.confirmation_id AND c.reversed_at IS NULL';

/** Sums that must be the same, dossier by dossier. */
const SUMS: readonly (readonly [what: string, sql: string])[] = [
  [
    'payments in the ledger, and receipts with what settles nothing yet',
    `SELECT a.dossier_id AS id, concat_ws(' ', l.sum, r.sum) AS found FROM payment.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount), 0) AS sum FROM payment.ledger_entry e ${STANDING} WHERE e.dossier_id = a.dossier_id AND e.kind = 'payment') l
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
     CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount), 0) AS sum FROM payment.ledger_entry e ${STANDING}
       WHERE e.dossier_id = a.dossier_id AND (e.kind = 'surplus' OR a.ended IS NOT NULL AND e.kind = 'payment')) l
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM payment.refund WHERE dossier_id = a.dossier_id AND status <> 'reversed') r
     WHERE l.sum <> r.sum`,
  ],
];

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
  findings.push(...(await checkCounter(admin, record)));
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
