import type { PaymentMethod, ReconciledRow, ReconciliationOutcome } from '@motcua/fee-domain';
import { type Aggregate, rowTable, sql } from '@motcua/platform';
import { line } from './history.js';

/** A statement of the platform or the bank compared with the ledger. */
export interface StoredReconciliation {
  readonly id: string;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly method: PaymentMethod;
  readonly fromAt: Temporal.Instant;
  readonly untilAt: Temporal.Instant;
  readonly counts: Readonly<Record<ReconciliationOutcome, number>>;
  readonly rows: readonly ReconciledRow[];
  readonly agencies: readonly string[];
}

export const RECONCILIATIONS = rowTable<StoredReconciliation>('reconciliation', {
  id: 'key',
  madeAt: 'fixed',
  madeBy: 'fixed',
  method: 'fixed',
  fromAt: 'fixed',
  untilAt: 'fixed',
  counts: 'fixed',
  rows: 'fixed',
  agencies: 'fixed',
});

export interface ReconciliationChange {
  readonly made: StoredReconciliation;
  /** Ledger entries that the statement lists too. */
  readonly matched: readonly string[];
  /** References that only the statement knows: payments whose callback may have been lost. */
  readonly askNow: readonly string[];
}

export const RECONCILIATION: Aggregate<ReconciliationChange> = {
  save: async (queries, changes) => {
    const marks = changes.flatMap(({ made, matched }) =>
      matched.map((entry) => ({ entry, reconciliation: made.id, at: made.madeAt })),
    );
    const references = changes.flatMap(({ askNow }) => askNow);
    await Promise.all([
      queries.query(RECONCILIATIONS.insert(changes.map(({ made }) => made))),
      queries.query(sql`
        UPDATE ledger_entry SET reconciled_at = m.at, reconciliation_id = m.reconciliation
        FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m (entry uuid, reconciliation uuid, at timestamptz)
        WHERE ledger_entry.id = m.entry AND ledger_entry.reconciled_at IS NULL`),
      queries.query(sql`
        UPDATE payment_order SET ask_at = now()
        WHERE reference = ANY (${references}) AND method = 'nationalPlatform' AND status IN ('created', 'pending', 'failed', 'cancelled')`),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ made: { id, madeAt: at, madeBy: actor, method, counts } }) => [
    line('reconciliation', id, 'made', { at, actor, detail: { method, ...counts } }),
  ],
};
