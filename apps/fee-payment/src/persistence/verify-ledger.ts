/** A sum of the ledger that is not what it has to be. */
export interface LedgerFault {
  readonly check: string;
  /** The dossier, the entry or the account. */
  readonly of: string;
  readonly found: string;
}

/** What a check selects. */
export type LedgerRow = Omit<LedgerFault, 'check'>;

interface Reader {
  query(statement: string): Promise<readonly LedgerRow[]>;
}

const POSTED = `SELECT account, sum(amount)::bigint AS balance FROM (
    SELECT debit AS account, amount FROM {schema}.ledger_posting UNION ALL SELECT credit, -amount FROM {schema}.ledger_posting
  ) AS sides GROUP BY account`;

/** Each statement names what is wrong, and nothing where all is as it has to be. */
const CHECKS: readonly (readonly [check: string, statement: string])[] = [
  [
    'all accounts together are zero',
    `SELECT 'all' AS of, sum(balance)::text AS found FROM (${POSTED}) AS b HAVING sum(balance) <> 0`,
  ],
  [
    'nothing was paid out that did not come in',
    `SELECT account AS of, balance::text AS found FROM (${POSTED}) AS b
     WHERE CASE WHEN account ~ '^(drawer/|cashShort/|writtenOff/|bank$|clearing$)' THEN balance < 0 ELSE balance > 0 END`,
  ],
  [
    'every entry is posted, with its amount',
    `SELECT e.id::text AS of, concat_ws(' ', e.amount, coalesce(p.sum, 0)) AS found FROM {schema}.ledger_entry e
     LEFT JOIN LATERAL (SELECT sum(amount) AS sum FROM {schema}.ledger_posting WHERE source = e.id AND why = e.kind) p ON true
     WHERE e.amount <> coalesce(p.sum, 0)`,
  ],
  [
    'a payer is owed exactly what is listed, and neither paid back nor kept',
    `SELECT a.dossier_id::text AS of, concat_ws(' ', r.sum, p.sum) AS found FROM {schema}.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM {schema}.refund WHERE dossier_id = a.dossier_id AND status NOT IN ('refunded', 'kept', 'reversed')) r
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN credit = 'payer/' || a.dossier_id THEN amount ELSE -amount END), 0) AS sum
       FROM {schema}.ledger_posting WHERE dossier_id = a.dossier_id AND 'payer/' || a.dossier_id IN (debit, credit)) p
     WHERE r.sum <> p.sum`,
  ],
  [
    'what is due to the treasury has a receipt, of its kind, and the dossier lives',
    `SELECT a.dossier_id::text || ' ' || k.kind AS of, concat_ws(' ', r.sum, p.sum) AS found FROM {schema}.account a
     CROSS JOIN (VALUES ('phi'), ('lePhi')) AS k (kind)
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE a.ended IS NULL), 0) AS sum FROM {schema}.receipt
       WHERE dossier_id = a.dossier_id AND kind = k.kind AND reversal_id IS NULL AND replaced_by IS NULL AND adjusts IS NULL) r
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN credit LIKE 'due/%/' || k.kind THEN amount WHEN debit LIKE 'due/%/' || k.kind THEN -amount ELSE 0 END), 0) AS sum
       FROM {schema}.ledger_posting WHERE dossier_id = a.dossier_id AND NOT (why = 'listed' AND a.ended IS NULL)) p
     WHERE r.sum <> p.sum`,
  ],
  [
    'what was given back has voided its receipts, and no others',
    `SELECT a.dossier_id::text AS of, concat_ws(' ', r.sum, f.sum) AS found FROM {schema}.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(refunded), 0) AS sum, bool_or(voided_at IS NOT NULL AND refunded < amount AND reversal_id IS NULL AND replaced_by IS NULL) AS wrong
       FROM {schema}.receipt WHERE dossier_id = a.dossier_id) r
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS sum FROM {schema}.refund
       WHERE dossier_id = a.dossier_id AND status = 'refunded') f
     WHERE r.sum > f.sum OR r.wrong`,
  ],
  [
    'what was given back of a receipt is the sum of those that adjust it, or all of it, and then it is void',
    `SELECT r.number AS of, concat_ws(' ', r.refunded, a.sum) AS found FROM {schema}.receipt r
     CROSS JOIN LATERAL (SELECT coalesce(sum(n.amount), 0) AS sum, bool_or(f.status <> 'refunded' OR f.dossier_id <> r.dossier_id OR (n.dossier_id, n.order_id, n.kind) IS DISTINCT FROM (r.dossier_id, r.order_id, r.kind)) AS wrong
       FROM {schema}.receipt n JOIN {schema}.refund f ON f.id = n.refund_id WHERE n.adjusts = r.id) a
     WHERE a.wrong OR r.refunded > r.amount OR CASE WHEN r.voided_at IS NOT NULL AND r.reversal_id IS NULL AND r.replaced_by IS NULL
       THEN r.refunded <> r.amount OR a.sum <> 0 ELSE r.refunded <> a.sum + r.refunded_before END`,
  ],
  [
    'receipts net of what adjusts them are the money that is here for what was owed',
    `SELECT a.dossier_id::text AS of, concat_ws(' ', r.gross, r.net, f.corrected, f.held, f.others, e.here, a.unallocated) AS found FROM {schema}.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN adjusts IS NULL THEN amount ELSE 0 END), 0) AS gross,
         coalesce(sum(CASE WHEN adjusts IS NOT NULL THEN -amount WHEN voided_at IS NOT NULL THEN 0 ELSE amount - refunded_before END), 0) AS net
       FROM {schema}.receipt WHERE dossier_id = a.dossier_id AND reversal_id IS NULL AND replaced_by IS NULL) r
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE reason = 'corrected' AND status = 'refunded'), 0) AS corrected,
         coalesce(sum(amount) FILTER (WHERE reason IN ('refused', 'withdrawn', 'stopped', 'corrected') AND status NOT IN ('refunded', 'reversed')), 0) AS held,
         coalesce(sum(amount) FILTER (WHERE reason NOT IN ('refused', 'withdrawn', 'stopped', 'corrected') AND status NOT IN ('refunded', 'reversed')), 0) AS others
       FROM {schema}.refund WHERE dossier_id = a.dossier_id) f
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN kind IN ('refund', 'reversal') THEN -amount ELSE amount END), 0) AS here
       FROM {schema}.ledger_entry WHERE dossier_id = a.dossier_id) e
     WHERE r.net <> CASE WHEN a.ended IS NULL THEN e.here - a.unallocated - f.others ELSE least(r.gross - f.corrected, f.held) END`,
  ],
  [
    'a receipt that was replaced is void, and the one in its place is for the same',
    `SELECT n.id::text AS of, concat_ws(' ', o.amount, n.amount) AS found FROM {schema}.receipt n FULL JOIN {schema}.receipt o ON o.replaced_by = n.id
     WHERE (n.replaces IS NOT NULL OR o.replaced_by IS NOT NULL) AND (n.replaces IS DISTINCT FROM o.id OR o.voided_at IS NULL OR o.refunded > 0 OR o.reversal_id IS NOT NULL
       OR (n.dossier_id, n.order_id, n.agency, n.kind, n.amount, n.settled_at) IS DISTINCT FROM (o.dossier_id, o.order_id, o.agency, o.kind, o.amount, o.settled_at))`,
  ],
  [
    'what was entered by mistake went back as it came, and its receipts are void',
    `SELECT r.id::text AS of, concat_ws(' ', r.amount, e.came, e.back) AS found FROM {schema}.reversal r
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE kind IN ('payment', 'surplus')), 0) AS came,
       coalesce(sum(amount) FILTER (WHERE kind = 'reversal'), 0) AS back FROM {schema}.ledger_entry WHERE confirmation_id = r.confirmation_id) e
     JOIN {schema}.confirmation c ON c.id = r.confirmation_id
     WHERE CASE r.status WHEN 'done' THEN e.came <> e.back OR e.back <> r.amount OR c.reversed_at IS NULL
         OR EXISTS (SELECT FROM {schema}.receipt WHERE reversal_id = r.id AND (voided_at IS NULL OR refunded > 0))
       ELSE e.back <> 0 AND NOT EXISTS (SELECT FROM {schema}.reversal d WHERE d.confirmation_id = r.confirmation_id AND d.status = 'done') END`,
  ],
  [
    'a drawer holds what was counted when its last day was closed, and what moved since',
    `SELECT d.agency || '/' || d.cashier AS of, concat_ws(' ', d.holds, p.sum) AS found FROM (
       SELECT DISTINCT ON (agency, cashier) agency, cashier, CASE status WHEN 'closed' THEN (closing_count->>'sum')::bigint
         ELSE carried + (SELECT coalesce(sum(CASE WHEN debit LIKE 'drawer/%' THEN amount ELSE -amount END), 0)
           FROM {schema}.ledger_posting WHERE cash_day_id = c.id) END AS holds
       FROM {schema}.cash_day c ORDER BY agency, cashier, closed_at DESC NULLS FIRST, id DESC) d
     LEFT JOIN (SELECT account, balance AS sum FROM (${POSTED}) AS b) p ON p.account = 'drawer/' || d.agency || '/' || d.cashier
     WHERE d.holds <> coalesce(p.sum, 0)`,
  ],
  [
    'a closed day holds what was counted, and the next one began with it',
    `SELECT d.id::text AS of, concat_ws(' ', d.carried, d.moved, d.counted, d.next) AS found FROM (
       SELECT c.id, c.status, c.carried, (c.closing_count->>'sum')::bigint AS counted, c.closed_at,
         (SELECT coalesce(sum(CASE WHEN debit LIKE 'drawer/%' THEN amount ELSE -amount END), 0)
           FROM {schema}.ledger_posting WHERE cash_day_id = c.id) AS moved,
         lead(c.carried) OVER (PARTITION BY c.agency, c.cashier ORDER BY c.closed_at NULLS LAST, c.id) AS next
       FROM {schema}.cash_day c) d
     WHERE d.status = 'closed' AND (d.carried + d.moved <> d.counted OR d.next <> d.counted)`,
  ],
  [
    'cash moved between the opening of its day and the closing, in the drawer of that day',
    `SELECT p.source::text AS of, p.at::text AS found FROM {schema}.ledger_posting p JOIN {schema}.cash_day c ON c.id = p.cash_day_id
     WHERE p.at < c.opened_at OR p.at > c.closed_at OR 'drawer/' || c.agency || '/' || c.cashier NOT IN (p.debit, p.credit)`,
  ],
  [
    'what came into a drawer or left it by a voucher is booked, and no other',
    `SELECT coalesce(d.id, p.source)::text AS of, concat_ws(' ', d.amount, p.amount) AS found FROM {schema}.cash_voucher d
     FULL JOIN (SELECT * FROM {schema}.ledger_posting WHERE why IN ('advanced', 'deposited', 'returned')) p ON p.source = d.id
     WHERE d.amount IS DISTINCT FROM p.amount OR d.kind IS DISTINCT FROM p.why OR d.cash_day_id IS DISTINCT FROM p.cash_day_id`,
  ],
  [
    'what a count differed by is settled as it was decided, and no more than it was',
    `SELECT d.id::text AS of, concat_ws(' ', d.difference, s.sum, p.sum) AS found FROM {schema}.cash_day d
     JOIN LATERAL (SELECT sum(amount) AS sum, bool_or((act = 'toTreasury') <> (d.difference > 0)) AS wrong FROM {schema}.cash_settlement WHERE cash_day_id = d.id) s ON s.sum IS NOT NULL
     CROSS JOIN LATERAL (SELECT coalesce(sum(p.amount), 0) AS sum FROM {schema}.cash_settlement c
       JOIN {schema}.ledger_posting p ON p.source = c.id AND p.why = c.act AND p.amount = c.amount WHERE c.cash_day_id = d.id) p
     WHERE d.status <> 'closed' OR s.wrong OR s.sum > abs(d.difference) OR p.sum <> s.sum`,
  ],
  [
    'money of no dossier is here until it is allocated',
    `SELECT l.id::text AS of, concat_ws(' ', l.amount, p.sum) AS found FROM {schema}.loose_money l
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE why WHEN 'loose' THEN amount ELSE -amount END), 0) AS sum
       FROM {schema}.ledger_posting WHERE source = l.id) p
     WHERE p.sum <> CASE l.status WHEN 'open' THEN l.amount ELSE 0 END`,
  ],
  [
    'what is here and settles nothing yet is what the dossier says of it',
    `SELECT a.dossier_id::text AS of, concat_ws(' ', a.unallocated, p.sum) AS found FROM {schema}.account a
     CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN credit = 'unallocated/' || a.dossier_id THEN amount ELSE -amount END), 0) AS sum
       FROM {schema}.ledger_posting WHERE dossier_id = a.dossier_id AND 'unallocated/' || a.dossier_id IN (debit, credit)) p
     WHERE a.unallocated <> p.sum`,
  ],
];

/** Adds the ledger up, in one pass a check. Empty where the books balance. */
export async function verifyLedger(reader: Reader, schema = 'payment'): Promise<readonly LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const [check, statement] of CHECKS) {
    const rows = await reader.query(statement.replaceAll('{schema}', schema));
    faults.push(...rows.map(({ of, found }) => ({ check, of, found })));
  }
  return faults;
}
