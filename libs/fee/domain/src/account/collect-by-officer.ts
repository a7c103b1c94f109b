import { type Dong, Refusal } from '@motcua/kernel';
import type { Order, PaymentMethod } from '../order/order.js';
import { type Account, owesAll } from './account.js';
import type { AccountRefusalCode } from './account-refusal-codes.js';

const refusal = (code: AccountRefusalCode, evidence: Readonly<Record<string, unknown>>): Refusal =>
  new Refusal(code, evidence);

/**
 * The cashier may take cash on an order of the counter, of exactly its amount, while it is owed: what a person holds in
 * the hand can be handed back, so that it is refused and not listed for refund. Refused with `PAYMENT.WRONG_METHOD`,
 * `PAYMENT.ORDER_NOT_OPEN`, `PAYMENT.DOSSIER_ENDED`, `PAYMENT.ALREADY_PAID`, `PAYMENT.AMOUNT_DIFFERS`.
 */
export const refuseUnlessCashIsDue = (
  account: Account,
  order: Order & { readonly method: PaymentMethod },
  amount: Dong,
): void => {
  refuseUnlessOpen(order, 'counter');
  if (account.ended) throw refusal('PAYMENT.DOSSIER_ENDED', { ended: account.ended });
  if (!owesAll(account, order.collects)) throw refusal('PAYMENT.ALREADY_PAID', { collects: order.collects });
  if (amount !== order.amount) throw refusal('PAYMENT.AMOUNT_DIFFERS', { owed: order.amount, received: amount });
};

/** Refused with `PAYMENT.WRONG_METHOD`, `PAYMENT.ORDER_NOT_OPEN`. */
export const refuseUnlessOpen = (
  { method, status }: Pick<Order, 'status'> & { readonly method: PaymentMethod },
  expected: PaymentMethod,
): void => {
  if (method !== expected) throw refusal('PAYMENT.WRONG_METHOD', { method, expected });
  if (status !== 'pending') throw refusal('PAYMENT.ORDER_NOT_OPEN', { status });
};
