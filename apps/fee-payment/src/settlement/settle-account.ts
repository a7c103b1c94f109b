import { PaymentReceivedV1 } from '@motcua/contracts';
import { dueNothingMore, receiptsOf } from '@motcua/fee-domain';
import { withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import { saveAccount, type StoredAccount } from '../persistence/accounts.js';
import type { StoredOrder } from '../persistence/orders.js';
import { issueReceipt } from '../persistence/receipts.js';

/** An order's money is here and was owed: the account is settled by it, others are told, and receipts are issued. */
export async function settleAccount(
  tx: Tx,
  account: StoredAccount,
  order: StoredOrder,
  paidAt: Temporal.Instant,
): Promise<void> {
  const { dossierId, lines } = account;
  const paid = [...account.paid, ...order.collects];
  await saveAccount(tx, { ...account, paid });
  tx.publish({
    contract: PaymentReceivedV1,
    key: dossierId,
    time: paidAt,
    data: {
      dossierId,
      orderId: order.id,
      reference: order.reference,
      method: order.method,
      amount: order.amount,
      paidAt: withOffset(paidAt),
      transaction: order.transaction,
      collectedAt: order.collects,
      dueNothingMore: dueNothingMore(lines, paid),
    },
  });
  for (const due of receiptsOf(lines, order.collects)) await issueReceipt(tx, account, order.id, due, paidAt);
}
