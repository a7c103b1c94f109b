import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import {
  type PaymentMethod,
  type ReconciledRow,
  reconcile,
  RECONCILIATION_OUTCOMES,
  type ReconciliationOutcome,
  type StatementRow,
} from '@motcua/fee-domain';
import { CLOCK, type Clock, newId, Refusal } from '@motcua/kernel';
import { type Actor, permittedReach, type Tx } from '@motcua/platform';
import { RECONCILIATION_COLUMNS, type StoredReconciliation } from './stored-reconciliation.js';
import type { PaymentCode } from '../problems.js';

export interface Statement {
  readonly method: PaymentMethod;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly rows: readonly StatementRow[];
  readonly actor: Actor;
}

// What the statement names, whenever it came; and of the period, what the cashier is responsible for.
const OURS = `
  SELECT reference, transaction, sum(amount)::bigint AS amount FROM ledger_entry
  WHERE method = $1 AND kind <> 'refund'
    AND (reference = ANY ($2) OR (at >= $3 AND at < $4 AND ($5::text[] IS NULL OR agencies && $5)))
  GROUP BY reference, transaction ORDER BY min(id::text)`;

const MARK = `
  UPDATE ledger_entry SET reconciled_at = $3 FROM unnest($1::text[], $2::text[]) AS m (reference, transaction)
  WHERE ledger_entry.reference = m.reference AND ledger_entry.transaction = m.transaction AND kind <> 'refund' AND reconciled_at IS NULL`;

// What only they know may be a payment whose callback was lost: the platform is asked at once.
const ASK_NOW = `
  UPDATE payment_order SET ask_at = now() WHERE reference = ANY ($1) AND method = 'nationalPlatform' AND status IN ('created', 'pending', 'failed')`;

const SAVE = `
  INSERT INTO reconciliation (id, made_at, made_by, method, from_at, until_at, counts, rows, agencies)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${RECONCILIATION_COLUMNS}`;

const countsOf = (rows: readonly ReconciledRow[]): Record<ReconciliationOutcome, number> => {
  const count = (wanted: ReconciliationOutcome): number => rows.filter(({ outcome }) => outcome === wanted).length;
  return Object.fromEntries(RECONCILIATION_OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<
    ReconciliationOutcome,
    number
  >;
};

/** Compares a statement of the other side with the ledger, and names each break. */
@Injectable()
export class ReconcileStatement {
  constructor(
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { method, from, until, rows: theirs, actor }: Statement): Promise<StoredReconciliation> {
    if (Temporal.Instant.compare(from, until) >= 0)
      throw new Refusal<PaymentCode>('PAYMENT.PERIOD_EMPTY', { from: from.toString(), until: until.toString() });
    const reach = permittedReach(actor, 'payment.reconcile');
    const subtree = reach === 'all' ? null : await this.agencies.subtree(actor.agency ?? '', tx);
    const named = [...new Set(theirs.map(({ reference }) => reference))];
    const ours = await tx.query<StatementRow>(OURS, [method, named, from, until, subtree]);
    const rows = reconcile(ours, theirs);
    const of = (wanted: ReconciliationOutcome): readonly ReconciledRow[] =>
      rows.filter(({ outcome }) => outcome === wanted);
    const at = this.clock.now();
    const matched = of('matched');
    await tx.query(MARK, [
      matched.map(({ reference }) => reference),
      matched.map(({ transaction }) => transaction),
      at,
    ]);
    await tx.query(ASK_NOW, [of('onlyTheirs').map(({ reference }) => reference)]);
    const id = newId();
    const counts = countsOf(rows);
    const agencies = actor.agency === undefined ? [] : [actor.agency];
    const values = [id, at, actor.subject, method, from, until, JSON.stringify(counts), JSON.stringify(rows), agencies];
    const [saved] = await tx.query<StoredReconciliation>(SAVE, values);
    tx.record({
      aggregate: id,
      at,
      actor: actor.subject,
      action: 'reconcile-statement',
      detail: { method, ...counts },
    });
    return saved!;
  }
}
