import type { CollectionTime, OrderStatus, PayeeAccount, PaymentMethod } from '@motcua/fee-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

export interface StoredOrder {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  /** The receiving agency: receipts of cash are numbered there. */
  readonly agency: string;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
  /** What both sides call the payment. */
  readonly reference: string;
  readonly method: PaymentMethod;
  readonly status: OrderStatus;
  readonly collects: readonly CollectionTime[];
  readonly amount: number;
  /** What is still to be paid of what it collects: less than the amount where a part was paid, here or another way. */
  readonly due: number;
  readonly paymentUrl: string | null;
  /** What the platform said when it refused. */
  readonly failure: string | null;
  /** Where transfers for it go, as it was shown; null: to the province's account. */
  readonly payee: PayeeAccount | null;
  /** Where the payer's browser goes after the platform's page. */
  readonly returnUrl: string | null;
  /** After which nobody is led to pay it any more; null: it never ends by itself. */
  readonly expiresAt: Temporal.Instant | null;
  readonly placedAt: Temporal.Instant;
  readonly placedBy: string;
  readonly paidAt: Temporal.Instant | null;
  readonly transaction: string | null;
  readonly cashReceipt: string | null;
  /** The request that placed it, whose repetition finds it. */
  readonly requestClient: string | null;
  readonly requestKey: string | null;
  readonly requestFingerprint: string | null;
  /** System time, as of all talk with machines: when the platform is asked next, and until when a process opens it there. */
  readonly askAt: Temporal.Instant | null;
  readonly openingUntil: Temporal.Instant | null;
}

export const ORDERS = rowTable<StoredOrder>('payment_order', {
  id: 'key',
  version: 'plain',
  dossierId: 'fixed',
  agency: 'fixed',
  agencies: 'fixed',
  applicantRef: 'fixed',
  submittedBy: 'fixed',
  reference: 'fixed',
  method: 'fixed',
  status: 'plain',
  collects: 'fixed',
  amount: 'fixed',
  due: 'plain',
  paymentUrl: 'plain',
  failure: 'plain',
  payee: 'fixed',
  returnUrl: 'fixed',
  expiresAt: 'fixed',
  placedAt: 'fixed',
  placedBy: 'fixed',
  paidAt: 'plain',
  transaction: 'plain',
  cashReceipt: 'plain',
  requestClient: 'fixed',
  requestKey: 'fixed',
  requestFingerprint: 'fixed',
  askAt: 'plain',
  openingUntil: 'plain',
});

export const ORDER_COLUMNS = ORDERS.columns().text;

export const findOrder = async (queries: Queries, id: string): Promise<StoredOrder | undefined> =>
  (await queries.query<StoredOrder>(sql`SELECT ${ORDERS.columns()} FROM payment_order WHERE id = ${id}`))[0];

export const findOrderByReference = async (queries: Queries, reference: string): Promise<StoredOrder | undefined> =>
  (
    await queries.query<StoredOrder>(sql`SELECT ${ORDERS.columns()} FROM payment_order WHERE reference = ${reference}`)
  )[0];
