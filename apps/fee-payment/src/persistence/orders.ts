import type { CollectionTime, OrderStatus, PaymentMethod } from '@motcua/fee-domain';
import type { Tx } from '@motcua/platform';
import type { StoredAccount } from './accounts.js';

type Queries = Pick<Tx, 'query'>;

export interface StoredOrder {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
  /** What both sides call the payment. */
  readonly reference: string;
  readonly method: PaymentMethod;
  readonly status: OrderStatus;
  readonly collects: readonly CollectionTime[];
  readonly amount: number;
  readonly paymentUrl: string | null;
  /** What the platform said when it refused. */
  readonly failure: string | null;
  readonly placedAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
  readonly transaction: string | null;
  readonly cashReceipt: string | null;
}

export const ORDER_COLUMNS = `id, version, dossier_id AS "dossierId", agencies, applicant_ref AS "applicantRef",
  submitted_by AS "submittedBy", reference, method, status, collects, amount, payment_url AS "paymentUrl", failure,
  placed_at AS "placedAt", paid_at AS "paidAt", transaction, cash_receipt AS "cashReceipt"`;

const FIND = `SELECT ${ORDER_COLUMNS} FROM payment_order WHERE id = $1`;
const BY_REFERENCE = `SELECT ${ORDER_COLUMNS} FROM payment_order WHERE reference = $1`;

const PLACE = `
  INSERT INTO payment_order (id, version, dossier_id, agency, agencies, applicant_ref, submitted_by, reference, method, status,
    collects, amount, placed_at, placed_by, request_client, request_key, request_fingerprint, ask_at)
  VALUES ($1, 1, $2, $3, $4, $5, $6, $7 || lpad(nextval('order_reference')::text, 8, '0'), $8, $9, $10, $11, $12, $13, $14, $15, $16,
    now() + $17::int * interval '1 second')
  RETURNING ${ORDER_COLUMNS}`;

// Who has got the money is asked no longer, nor the platform that refused to know the order. A failed order is: its payer may
// have tried again.
const CHANGE = `
  UPDATE payment_order SET status = $2, payment_url = $3, failure = $4, paid_at = $5, transaction = $6, cash_receipt = $7,
    ask_at = CASE WHEN $2 IN ('paid', 'refundable') OR $4::text IS NOT NULL THEN NULL ELSE ask_at END, opening_until = NULL, version = version + 1
  WHERE id = $1 RETURNING ${ORDER_COLUMNS}`;

export const findOrder = async (queries: Queries, id: string): Promise<StoredOrder | undefined> =>
  (await queries.query<StoredOrder>(FIND, [id]))[0];

export const findOrderByReference = async (queries: Queries, reference: string): Promise<StoredOrder | undefined> =>
  (await queries.query<StoredOrder>(BY_REFERENCE, [reference]))[0];

export interface NewOrder {
  readonly id: string;
  readonly account: StoredAccount;
  readonly referencePrefix: string;
  readonly method: PaymentMethod;
  readonly status: OrderStatus;
  readonly collects: readonly CollectionTime[];
  readonly amount: number;
  readonly placedAt: Temporal.Instant;
  readonly placedBy: string;
  readonly request: { readonly client: string; readonly key: string; readonly fingerprint: string } | undefined;
  /** Seconds until the platform is asked what became of it; null where there is nobody to ask. */
  readonly askAfterSeconds: number | null;
}

export async function insertOrder(tx: Tx, order: NewOrder): Promise<StoredOrder> {
  const { account, request } = order;
  const [placed] = await tx.query<StoredOrder>(PLACE, [
    ...[
      order.id,
      account.dossierId,
      account.receivingAgency,
      account.agencies,
      account.applicantRef,
      account.submittedBy,
    ],
    ...[
      order.referencePrefix,
      order.method,
      order.status,
      order.collects,
      order.amount,
      order.placedAt,
      order.placedBy,
    ],
    ...[request?.client ?? null, request?.key ?? null, request?.fingerprint ?? null, order.askAfterSeconds],
  ]);
  return placed!;
}

export async function saveOrder(tx: Tx, order: StoredOrder): Promise<StoredOrder> {
  const { id, status, paymentUrl, failure, paidAt, transaction, cashReceipt } = order;
  const [saved] = await tx.query<StoredOrder>(CHANGE, [
    id,
    status,
    paymentUrl,
    failure,
    paidAt,
    transaction,
    cashReceipt,
  ]);
  return saved!;
}
