import { allocate, outstandingOf, receiptsOf } from '@motcua/fee-domain';
import type { Actor } from '@motcua/platform';
import type { StoredAccount } from '../persistence/accounts.js';
import { standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { NewReceipt } from '../persistence/receipts.js';
import { listRefund } from './list-refund.js';

interface Came {
  /** The order for which it came; absent where what is owed has changed and nothing came. */
  readonly order?: StoredOrder;
  readonly came: number;
  readonly at: Temporal.Instant;
  readonly newId: () => string;
  /** The officer who took or found what came. */
  readonly collector?: Collector;
}

/** As the token of an officer says who they are. */
export type Collector = Pick<Actor, 'subject' | 'agency' | 'name'>;

interface Settled {
  readonly money: Money;
  readonly receipts: readonly NewReceipt[];
}

/**
 * Allocates what is here to what is owed: what all is here of is paid and receipted. What is here for a dossier that owes nothing
 * any more is listed for refund, and open orders follow what is still to be paid.
 */
export function settle(money: Money, { order, came, at, newId, collector }: Came): Settled {
  const { settles, unallocated } = allocate(money.account, order?.collects, came);
  const { account } = money;
  const after = {
    ...account,
    version: account.version + (settles.length > 0 || came > 0 ? 1 : 0),
    paid: settles.length > 0 ? [...account.paid, ...settles] : account.paid,
    unallocated,
  };
  const orderId = order?.id ?? standing(money.entries).findLast(({ kind }) => kind === 'payment')?.orderId;
  const receipts =
    settles.length > 0 && orderId ? receiptsOf(account.lines, settles).map((due) => receipt(after, orderId, due)) : [];
  return { money: withDue(unneededListed({ ...money, account: after }, at, newId)), receipts };

  function receipt(
    { receivingAgency: agency, dossierId, agencies, applicantRef, submittedBy }: StoredAccount,
    of: string,
    { kind, amount, lines }: ReturnType<typeof receiptsOf>[number],
  ): NewReceipt {
    return {
      ...{ id: newId(), agency, dossierId, orderId: of, kind, amount, issuedAt: at, refunded: 0, voidedAt: null },
      ...{ replaces: null, replacesBecause: null, replacedBy: null, settledAt: at },
      ...{ adjusts: null, adjustsBecause: null, refundId: null },
      ...{ reversalId: null, settles, agencies, applicantRef, submittedBy },
      ...{ collectedBy: collector?.subject ?? null, collectorName: collector?.name ?? null, file: null },
      lines: lines.map(({ code, name, net }) => ({ code, name, net })),
    };
  }
}

function unneededListed(money: Money, at: Temporal.Instant, newId: () => string): Money {
  const { account } = money;
  const { unallocated: amount, lines, paid, ended } = account;
  const owesMore = lines.some(({ collectedAt, settled, net }) => net > 0 && !settled && !paid.includes(collectedAt));
  if (amount === 0 || ended !== null || owesMore) return money;
  const listed = { id: newId(), orderId: null, amount, reason: 'unneeded', listedAt: at } as const;
  return listRefund({ ...money, account: { ...account, unallocated: 0 } }, listed);
}

/**
 * What is still to be paid of what each order collects: it follows what came another way, and what a correction changed. An open
 * order of which nothing is owed any more is cancelled: nobody is shown where to pay it.
 */
export function withDue(money: Money): Money {
  const due = ({ status, collects }: StoredOrder): number =>
    status === 'paid' || status === 'refundable' ? 0 : outstandingOf(money.account, collects);
  if (money.orders.every((order) => order.due === due(order))) return money;
  return {
    ...money,
    orders: money.orders.map((order) => (order.due === due(order) ? order : followed(order, due(order)))),
  };
}

const followed = (order: StoredOrder, due: number): StoredOrder =>
  due === 0 && (order.status === 'created' || order.status === 'pending')
    ? { ...order, due, version: order.version + 1, status: 'cancelled' }
    : { ...order, due };
