import { type AccountEnd, refundAtEnd, undecided } from '@motcua/fee-domain';
import type { Tx } from '@motcua/platform';
import { saveAccount } from '../persistence/accounts.js';
import { knownAccount } from '../persistence/known-account.js';
import { balanceOf } from '../persistence/ledger.js';
import { listRefund } from '../persistence/refunds.js';

/** Nothing is collected any more, and what was paid is listed: the cashier decides by policy. @rule R16 */
export async function endAccount(tx: Tx, dossierId: string, ended: AccountEnd, at: Temporal.Instant): Promise<void> {
  const account = await knownAccount(tx, dossierId);
  if (account.ended) return;
  await saveAccount(tx, { ...account, ended });
  const refund = refundAtEnd(undecided(await balanceOf(tx, dossierId)), ended);
  if (refund) await listRefund(tx, { account, orderId: null, ...refund, listedAt: at });
  const detail = { ended, refundListed: refund?.amount ?? 0 };
  tx.record({ aggregate: dossierId, at, actor: 'system:list-refund', action: 'end-account', detail });
}
