import type { Confirmation } from '@motcua/fee-domain';
import { ok, type CommandKind, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { confirmationDetail } from '../settlement/confirmation-detail.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';

interface TakeStatusCommand {
  readonly orderId: string;
  readonly confirmation: Confirmation;
  readonly newId: () => string;
}

/** What the platform answered when it was asked about a payment counts as if it had confirmed it. */
export const TAKE_STATUS: CommandKind<TakeStatusCommand, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ orderId }) => `order/${orderId}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ orderId }) => orderId);
    const money = await moneyBy(queries, 'payment_order', ids);
    return ids.map((id) => money.get(id));
  },
  decide: (money, { orderId, confirmation, newId }, at) => {
    const order = money.orders.find(({ id }) => id === orderId);
    const taken = order && takeConfirmation(money, order, { confirmation, source: 'query', at, newId });
    if (!taken || taken.money === money) return new Unchanged(ok(null));
    return {
      ...{ before: money, after: taken.money, receipts: taken.receipts, action: 'confirmationTaken' },
      ...{ detail: confirmationDetail(taken), at, actor: 'system:poll-platform' },
    };
  },
  answer: () => ok(null),
};
