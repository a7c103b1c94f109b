import { type Dong, Refusal } from '@motcua/kernel';
import type { Order, PaymentMethod } from '../order/order.js';
import { type Account, outstandingOf } from './account.js';
import type { FeeRefusalCode } from '../refusal-codes.js';

type OfMethod = Pick<Order, 'status' | 'collects'> & { readonly method: PaymentMethod };

const refusal = (code: FeeRefusalCode, evidence: Readonly<Record<string, unknown>>): Refusal<FeeRefusalCode> =>
  new Refusal<FeeRefusalCode>(code, evidence);

/**
 * The cashier may take cash on an open order of the counter, of what is still to be paid on it, while it is owed: what a person
 * holds in the hand can be handed back, so that it is refused and not listed for refund. Refused with `PAYMENT.WRONG_METHOD`,
 * `PAYMENT.ORDER_NOT_OPEN`, `PAYMENT.DOSSIER_ENDED`, `PAYMENT.ALREADY_PAID`, `PAYMENT.AMOUNT_DIFFERS`. Cash that lies in the
 * drawer already is never refused: it is a part, or listed for refund.
 */
export function assertCashIsDue(account: Account, order: OfMethod, amount: Dong, isInDrawer = false): void {
  assertMethod(order, 'counter');
  if (isInDrawer) return;
  const { status, collects } = order;
  if (account.ended) throw refusal('PAYMENT.DOSSIER_ENDED', { ended: account.ended });
  const owed = outstandingOf(account, collects);
  if (owed === 0) throw refusal('PAYMENT.ALREADY_PAID', { collects });
  if (status !== 'pending') throw refusal('PAYMENT.ORDER_NOT_OPEN', { orderStatus: status });
  if (amount !== owed) throw refusal('PAYMENT.AMOUNT_DIFFERS', { owed, received: amount });
}

/** Refused with `PAYMENT.WRONG_METHOD`. */
export function assertMethod({ method }: Pick<OfMethod, 'method'>, expected: PaymentMethod): void {
  if (method !== expected) throw refusal('PAYMENT.WRONG_METHOD', { method, expected });
}
