import type { LineOutcome, PaymentMethod } from '@motcua/fee-domain';
import { type Aggregate, type RowChange, rowTable, sql } from '@motcua/platform';
import type { StatementFormat } from '../statement-files/statement-file.js';
import { BREAKS, type StoredBreak } from './breaks.js';
import { line } from './history.js';
import { type LooseMoney, saveLooseMoney } from './loose-money.js';
import { STATEMENT_LINES, type StoredStatementLine } from './statement-lines.js';

export const RECONCILIATION_STATUSES = ['comparing', 'done'] as const;

/** A statement of the platform or the bank compared with the ledger, by an officer, for what that officer reaches. */
export interface StoredReconciliation {
  readonly id: string;
  readonly version: number;
  /** `comparing`: the file was read, and its pages are compared; sent again, it goes on. */
  readonly status: (typeof RECONCILIATION_STATUSES)[number];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly method: PaymentMethod;
  readonly fromAt: Temporal.Instant;
  readonly untilAt: Temporal.Instant;
  readonly format: StatementFormat | null;
  readonly fileName: string | null;
  /** Of the file. */
  readonly sha256: string | null;
  /** The bank's account and its own number of the statement; empty where the file names none. */
  readonly account: string;
  readonly statement: string;
  /** Of the file. */
  readonly lines: number;
  readonly counts: Readonly<Record<LineOutcome, number>>;
  readonly agencies: readonly string[];
}

export const RECONCILIATIONS = rowTable<StoredReconciliation>('reconciliation', {
  id: 'key',
  version: 'plain',
  status: 'plain',
  madeAt: 'fixed',
  madeBy: 'fixed',
  method: 'fixed',
  fromAt: 'fixed',
  untilAt: 'fixed',
  format: 'fixed',
  fileName: 'fixed',
  sha256: 'fixed',
  account: 'fixed',
  statement: 'fixed',
  lines: 'fixed',
  counts: 'plain',
  agencies: 'fixed',
});

/** A step of a comparison, and what it found. */
export interface ReconciliationChange extends RowChange<StoredReconciliation> {
  readonly action: 'opened' | 'compared' | 'made';
  readonly lines: readonly StoredStatementLine[];
  /** What a comparison before has not found in the statement is looked for anew. */
  readonly forgetsMissing: boolean;
  /** Ledger entries that the statement lists, and those of them with the same amount. */
  readonly seen: readonly string[];
  readonly matched: readonly string[];
  readonly breaks: readonly RowChange<StoredBreak>[];
  /** Money that only the statement tells of, under a reference that is none of ours. */
  readonly loose: readonly LooseMoney[];
  /** References of orders of which only the statement knows a payment: the callback may have been lost. */
  readonly askNow: readonly string[];
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** A comparison that has found nothing yet. */
export const NOTHING_FOUND = {
  ...{ lines: [], forgetsMissing: false, seen: [], matched: [], breaks: [], loose: [], askNow: [] },
} as const;

export const RECONCILIATION: Aggregate<ReconciliationChange> = {
  save: async (queries, changes) => {
    await RECONCILIATIONS.save(queries, changes);
    const forgotten = changes.flatMap(({ forgetsMissing, after: { id } }) => (forgetsMissing ? [id] : []));
    if (forgotten.length > 0) {
      await queries.query(
        sql`DELETE FROM statement_line WHERE reconciliation_id = ANY (${forgotten}::uuid[]) AND line IS NULL`,
      );
    }
    const marks = changes.flatMap(({ after: { id }, at, seen, matched }) => {
      const same = new Set(matched);
      return seen.map((entry) => ({ entry, reconciliation: id, at: same.has(entry) ? at : null }));
    });
    const references = changes.flatMap(({ askNow }) => askNow);
    const lines = changes.flatMap((change) => change.lines);
    const breaks = changes.flatMap((change) => change.breaks);
    const found = breaks.flatMap(({ before, after }) => (before === null ? [after] : []));
    const known = breaks.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }]));
    await Promise.all([
      ...(lines.length > 0 ? [queries.query(STATEMENT_LINES.put(lines))] : []),
      // A callback may have found the same difference meanwhile.
      ...(found.length > 0 ? [queries.query(sql`${BREAKS.insert(found)} ON CONFLICT (identity) DO NOTHING`)] : []),
      ...BREAKS.update(known).map((statement) => queries.query(statement)),
      saveLooseMoney(
        queries,
        changes.flatMap(({ loose }) => loose.map((after) => ({ before: null, after }))),
      ),
      queries.query(sql`
        UPDATE ledger_entry SET seen_in = m.reconciliation, reconciled_at = coalesce(reconciled_at, m.at),
          reconciliation_id = CASE WHEN reconciled_at IS NULL AND m.at IS NOT NULL THEN m.reconciliation ELSE reconciliation_id END
        FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m (entry uuid, reconciliation uuid, at timestamptz)
        WHERE ledger_entry.id = m.entry`),
      queries.query(sql`
        UPDATE payment_order SET ask_at = now()
        WHERE reference = ANY (${references}) AND method = 'nationalPlatform' AND status IN ('created', 'pending', 'failed', 'cancelled', 'expired')`),
    ]);
    return undefined;
  },
  events: () => [],
  history: ({ after: { id, method, counts, lines: count }, action, lines, breaks, at, actor }) => [
    line('reconciliation', id, action, {
      at,
      actor,
      detail: { method, ...(action === 'made' ? counts : { lines: action === 'opened' ? count : lines.length }) },
    }),
    ...breaks.flatMap(({ before, after }) => {
      const step = before === null ? 'found' : before.status !== after.status ? 'resolved' : null;
      const detail = { kind: after.kind, reference: after.reference, reconciliationId: id };
      return step === null ? [] : [line('break', after.id, step, { at, actor, detail })];
    }),
  ],
};
