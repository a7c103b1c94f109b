import type { Dong } from '@motcua/kernel';
import type { CollectionTime } from '../tariff/tariff-line.js';
import { sameNumber } from './same-number.js';

/** What an order may be placed for here. */
export const ORDER_METHODS = ['nationalPlatform', 'counter', 'transfer'] as const;
export type OrderMethod = (typeof ORDER_METHODS)[number];

/** How money comes; what the national portal took was ordered there. */
export const PAYMENT_METHODS = [...ORDER_METHODS, 'nationalPortal'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/**
 * `created`: not yet known to the platform. `pending`: the citizen may pay. `paid`: the money is here and settles the
 * dossier. `refundable`: the money is here, but settles nothing any more, so that it is listed for refund. `cancelled`:
 * nothing of what it collects is owed any more. `expired`: its time is over. One that failed, is cancelled or has expired can still become paid or refundable: a success
 * is never lost.
 */
export const ORDER_STATUSES = ['created', 'pending', 'paid', 'refundable', 'failed', 'cancelled', 'expired'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** An attempt to pay what a dossier owes at some collection times. Several may be open at once. */
export interface Order {
  readonly reference: string;
  readonly amount: Dong;
  readonly collects: readonly CollectionTime[];
  readonly status: OrderStatus;
  /** What the payer's side has said so far and was answered, in order. */
  readonly confirmations: readonly Heard[];
}

/** What the platform, the bank or the cashier says of an order; its signature has been checked. */
export interface Confirmation {
  readonly reference: string;
  readonly success: boolean;
  readonly amount: Dong;
  /** The platform's or the bank's number, or that of the cash receipt. */
  readonly transaction: string | null;
}

export interface Heard extends Confirmation {
  /** An officer has entered it: money that was taken, or that lay here for nobody. Absent: a machine says so. */
  readonly byOfficer?: boolean;
}

export const sameConfirmation = (one: Confirmation, other: Confirmation): boolean =>
  one.reference === other.reference &&
  one.success === other.success &&
  one.amount === other.amount &&
  sameNumber(one.transaction, other.transaction);
