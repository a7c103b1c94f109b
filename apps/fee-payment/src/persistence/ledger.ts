import type { Balance, PaymentMethod } from '@motcua/fee-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

/**
 * One movement of money: what settled something, what came without being owed, what went back, and what undoes a mistake of the
 * counter. Only its number may come later.
 */
export interface LedgerEntry {
  readonly id: string;
  readonly dossierId: string;
  readonly orderId: string | null;
  readonly reference: string;
  readonly method: PaymentMethod;
  readonly kind: 'payment' | 'surplus' | 'refund' | 'reversal';
  readonly amount: number;
  /** The other party's number; the cashier's receipt number; that of a payment back. */
  readonly transaction: string;
  /** What told of it, or what is undone; null for a refund, and for what was entered before that was kept. */
  readonly confirmationId: string | null;
  readonly at: Temporal.Instant;
  /** At whose counter, and by whom where it was an officer. */
  readonly collectingAgency: string;
  readonly collectedBy: string | null;
  /** In which day of the drawer, where cash moved; null also for what was entered before there were days. */
  readonly cashDayId: string | null;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
}

export const ENTRIES = rowTable<LedgerEntry>('ledger_entry', {
  id: 'key',
  dossierId: 'fixed',
  orderId: 'fixed',
  reference: 'fixed',
  method: 'fixed',
  kind: 'fixed',
  amount: 'fixed',
  transaction: 'plain',
  confirmationId: 'fixed',
  at: 'fixed',
  collectingAgency: 'fixed',
  collectedBy: 'fixed',
  cashDayId: 'fixed',
  agencies: 'fixed',
  applicantRef: 'fixed',
  submittedBy: 'fixed',
});

type Standing = LedgerEntry & { readonly kind: Exclude<LedgerEntry['kind'], 'reversal'> };

/** What stands: neither what was entered by mistake, nor what undoes it. */
export function standing(entries: readonly LedgerEntry[]): readonly Standing[] {
  const undone = new Set(entries.filter(({ kind }) => kind === 'reversal').map(({ confirmationId }) => confirmationId));
  return entries.filter(
    (entry): entry is Standing =>
      entry.kind !== 'reversal' && (entry.confirmationId === null || !undone.has(entry.confirmationId)),
  );
}

export const balanceOf = async (queries: Queries, dossierId: string): Promise<Balance> =>
  (
    await queries.query<Balance>(sql`
      SELECT coalesce(sum(CASE kind WHEN 'reversal' THEN -amount ELSE amount END) FILTER (WHERE kind <> 'refund'), 0)::bigint AS received,
        coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0)::bigint AS refunded,
        (SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE dossier_id = ${dossierId} AND status NOT IN ('refunded', 'kept', 'reversed')) AS listed,
        (SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE dossier_id = ${dossierId} AND status = 'kept') AS kept
      FROM ledger_entry WHERE dossier_id = ${dossierId}`)
  )[0]!;
