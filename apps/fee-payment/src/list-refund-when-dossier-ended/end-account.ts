import { type AccountEnd, balanceOf, refundAtEnd, undecided } from '@motcua/fee-domain';
import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import { moneyOfDossiers, type OfDossier } from '../settlement/account-of-event.js';
import { listRefund } from '../settlement/list-refund.js';
import { withDue } from '../settlement/settle.js';

interface EndAccountCommand extends OfDossier {
  readonly ended: AccountEnd;
  readonly newId: () => string;
}

/** Nothing is collected any more, and what was paid is listed: the cashier decides by policy (R16). */
export const END_ACCOUNT: CommandKind<EndAccountCommand, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: moneyOfDossiers,
  decide: (money, { ended, at, newId }) => {
    const { account } = money;
    if (account.ended) return new Unchanged(ok(null));
    const closed = withDue({ ...money, account: { ...account, version: account.version + 1, ended, unallocated: 0 } });
    const refund = refundAtEnd(undecided(balanceOf(standing(money.entries), money.refunds)), ended);
    return {
      before: money,
      after: refund ? listRefund(closed, { id: newId(), orderId: null, ...refund, listedAt: at }) : closed,
      receipts: [],
      action: 'ended',
      detail: { ended, refundListed: refund?.amount ?? 0 },
      at,
      actor: 'system:list-refund',
    };
  },
  answer: () => ok(null),
};
