import { checkCashReceipt } from '@motcua/fee-domain';
import type { Money } from '../persistence/money.js';
import { recordDiscrepancy, resolveDiscrepancy } from './record-discrepancy.js';

/**
 * The receipt that the accepting officer named against those that the cashier wrote. Neither waited for the other, so
 * either may be known first: until the cashier's comes, the cashier sees an open break, and others do not hear of it.
 */
export function crossCheckCashReceipt(money: Money, at: Temporal.Instant, newId: () => string): Money {
  const { dossierId, code, namedCashReceipt: named } = money.account;
  if (named === null) return money;
  const written = money.orders.flatMap(({ cashReceipt }) => cashReceipt ?? []);
  const check = checkCashReceipt(named, written);
  const missing = `cashReceiptMissing:${dossierId}`;
  const found = {
    id: newId(),
    kind: 'cashReceiptMismatch',
    orderId: null,
    reference: code,
    theirs: named,
    foundAt: at,
  } as const;
  if (check === 'notRecordedYet') {
    return recordDiscrepancy(money, {
      ...found,
      identity: missing,
      ours: null,
      detail: 'no cash receipt is recorded yet',
    });
  }
  const settled = resolveDiscrepancy(money, missing, {
    at,
    by: 'system:cross-check-cash-receipt',
    note: check === 'agrees' ? 'recorded' : 'another receipt was recorded',
  });
  if (check === 'agrees') return settled;
  return recordDiscrepancy(settled, {
    ...found,
    identity: `cashReceiptMismatch:${dossierId}:${written.join()}`,
    ours: written.join(', '),
  });
}
