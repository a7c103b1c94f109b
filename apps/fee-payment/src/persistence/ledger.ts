import type { Balance, PaymentMethod } from '@motcua/fee-domain';
import { newId } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { StoredAccount } from './accounts.js';

export interface LedgerEntry {
  readonly account: StoredAccount;
  readonly orderId: string | null;
  readonly reference: string;
  readonly method: PaymentMethod;
  readonly kind: 'payment' | 'surplus' | 'refund';
  readonly amount: number;
  /** The other party's number; the cashier's receipt number; the refund's id. */
  readonly transaction: string;
  readonly at: Temporal.Instant;
}

const ENTER = `
  INSERT INTO ledger_entry (id, dossier_id, order_id, reference, method, kind, amount, transaction, at, agencies, applicant_ref, submitted_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const BALANCE = `
  SELECT coalesce(sum(amount) FILTER (WHERE kind <> 'refund'), 0)::bigint AS received,
    coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0)::bigint AS refunded,
    (SELECT coalesce(sum(amount), 0)::bigint FROM refund WHERE dossier_id = $1 AND status = 'listed') AS listed,
    (SELECT coalesce(sum(amount - refunded), 0)::bigint FROM refund WHERE dossier_id = $1 AND status <> 'listed') AS kept
  FROM ledger_entry WHERE dossier_id = $1`;

export async function enterInLedger(tx: Tx, entry: LedgerEntry): Promise<void> {
  const { account, orderId, reference, method, kind, amount, transaction, at } = entry;
  await tx.query(ENTER, [
    ...[newId(), account.dossierId, orderId, reference, method, kind, amount, transaction, at],
    ...[account.agencies, account.applicantRef, account.submittedBy],
  ]);
}

export const balanceOf = async (queries: Pick<Tx, 'query'>, dossierId: string): Promise<Balance> =>
  (await queries.query<Balance>(BALANCE, [dossierId]))[0]!;
