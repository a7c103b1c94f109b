import { type CommandKind, ok, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';

/** What the platform made of a payment that it was asked to open. */
export type Opening = { readonly paymentUrl: string } | { readonly failure: string };

interface NoteOpeningCommand {
  readonly orderId: string;
  readonly opening: Opening;
}

/** The platform has opened an order's payment, or refused to. A quick payer's confirmation may have come before. */
export const NOTE_OPENING: CommandKind<NoteOpeningCommand, Money, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ orderId }) => `order/${orderId}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ orderId }) => orderId);
    const money = await moneyBy(queries, 'payment_order', ids);
    return ids.map((id) => money.get(id));
  },
  decide: (money, { orderId, opening }, at) => {
    const order = money.orders.find(({ id }) => id === orderId);
    const refused = 'failure' in opening;
    if (!order || (refused && order.status !== 'created')) return new Unchanged(ok(null));
    const { version, status } = order;
    const opened = refused ? 'failed' : status === 'created' ? 'pending' : status;
    // Who refuses to know the payment is not asked about it.
    const askAt = refused ? null : order.askAt;
    const changed = { ...order, ...opening, version: version + 1, status: opened, askAt, openingUntil: null } as const;
    return {
      before: money,
      after: { ...money, orders: withRow(money.orders, changed) },
      receipts: [],
      action: refused ? 'orderRefused' : 'orderOpened',
      detail: { orderId, reference: order.reference, ...(refused && { platformCode: opening.failure }) },
      at,
      actor: 'system:open-at-platform',
    };
  },
  answer: () => ok(null),
};
