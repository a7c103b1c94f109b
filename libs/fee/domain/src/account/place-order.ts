import { type Dong, Refusal } from '@motcua/kernel';
import { type Account, amountOf, type CollectionTime, outstanding } from './account.js';
import type { PaymentRefusalCode } from './payment-refusal-codes.js';

export interface OrderPlaced {
  readonly collect: readonly CollectionTime[];
  readonly amount: Dong;
}

/**
 * What a new order collects: of the times asked for, those still owed; when none is asked for, the first that is owed.
 * Open attempts are no obstacle: a pending one never locks the citizen out of another way. Refuses with
 * `PAYMENT.DOSSIER_ENDED`, `PAYMENT.ALREADY_PAID`, `PAYMENT.NOTHING_TO_PAY`.
 */
export const placeOrder = (account: Account, asked?: readonly CollectionTime[]): OrderPlaced => {
  if (account.ended) throw new Refusal<PaymentRefusalCode>('PAYMENT.DOSSIER_ENDED', { ended: account.ended });
  const owed = outstanding(account);
  const collect = asked ? owed.filter((time) => asked.includes(time)) : owed.slice(0, 1);
  if (collect.length > 0) return { collect, amount: amountOf(account, collect) };
  const meant = asked ?? account.settled;
  const settled = account.settled.filter((time) => meant.includes(time));
  if (settled.length === 0) throw new Refusal<PaymentRefusalCode>('PAYMENT.NOTHING_TO_PAY', { owed: 0 });
  throw new Refusal<PaymentRefusalCode>('PAYMENT.ALREADY_PAID', {
    collect: settled,
    amount: amountOf(account, settled),
  });
};
