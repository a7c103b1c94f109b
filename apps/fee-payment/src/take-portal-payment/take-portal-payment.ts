import { COLLECTION_TIMES, type CollectionTime, placeOrder } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import { type Answer, type CommandKind, type LockingQueries, ok, sql, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyOf } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import { confirmationDetail } from '../settlement/confirmation-detail.js';
import { orderReference } from '../settlement/order-reference.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';

interface TakePortalPayment {
  readonly dossierId: string;
  /** The portal's own id of the request: the same one settles nothing twice. */
  readonly requestId: string;
  readonly transaction: string;
  readonly amount: number;
  readonly paidAt: Temporal.Instant;
  readonly newId: () => string;
}

interface Facts {
  readonly money: Money;
  /** Comes next in references. */
  readonly serial: number;
}

const CLIENT = 'national-portal';
const ACTOR = 'system:national-portal';

/** What the money is for: what is due first, or all, whichever is this much; else what is due first, and the amounts differ. */
function collectsFor(
  money: Money,
  amount: number,
): { readonly amount: number; readonly collects: readonly CollectionTime[] } {
  const first = placeOrder(money.account);
  if (first.amount === amount) return first;
  const all = placeOrder(money.account, COLLECTION_TIMES);
  return all.amount === amount ? all : first;
}

/** Where nothing is owed any more the money is here all the same: as of an order of its own amount, it is listed for refund. */
function decided(
  money: Money,
  amount: number,
): { readonly amount: number; readonly collects: readonly CollectionTime[] } {
  try {
    return collectsFor(money, amount);
  } catch (error) {
    if (error instanceof Refusal) return { amount, collects: [...COLLECTION_TIMES] };
    throw error;
  }
}

function newOrder(
  { money: { account }, serial }: Facts,
  command: TakePortalPayment,
  at: Temporal.Instant,
  what: ReturnType<typeof decided>,
): StoredOrder {
  const { dossierId, receivingAgency: agency, agencies, applicantRef, submittedBy } = account;
  return {
    ...{
      id: command.newId(),
      version: 1,
      dossierId,
      agency,
      agencies,
      applicantRef,
      submittedBy,
      method: 'nationalPortal',
      ...what,
    },
    due: what.amount,
    reference: orderReference(agency, at, serial),
    status: 'pending',
    ...{ paymentUrl: null, failure: null, paidAt: null, transaction: null, cashReceipt: null, openingUntil: null },
    ...{ payee: null, returnUrl: null, expiresAt: null },
    placedAt: at,
    placedBy: ACTOR,
    ...{ requestClient: CLIENT, requestKey: command.requestId, requestFingerprint: command.transaction, askAt: null },
  };
}

/** Money that the national portal took: counted once, receipted, and never lost where the dossier owes it no longer. */
export const TAKE_PORTAL_PAYMENT: CommandKind<TakePortalPayment, Facts, MoneyChange, null> = {
  aggregate: DOSSIER_MONEY,
  about: ({ dossierId }) => `account/${dossierId}`,
  facts: async (queries: LockingQueries, commands) => {
    const ids = commands.map(({ dossierId }) => dossierId);
    const [money, numbers] = await Promise.all([
      moneyOf(queries, ids),
      queries.query<{ serial: number }>(
        sql`SELECT nextval('order_reference')::int AS serial FROM generate_series(1, ${commands.length}::int)`,
      ),
    ]);
    return ids.map((id, index) => {
      const found = money.get(id);
      return found && { money: found, serial: numbers[index]!.serial };
    });
  },
  decide: (facts, command, now) => {
    const { money } = facts;
    const { requestId, transaction, amount } = command;
    const known = money.orders.some(
      (order) =>
        order.method === 'nationalPortal' && (order.requestKey === requestId || order.transaction === transaction),
    );
    if (known) return new Unchanged(DONE);
    // Nothing happens in the future, whatever clock the portal has.
    const at = Temporal.Instant.compare(command.paidAt, now) > 0 ? now : command.paidAt;
    const order = newOrder(facts, command, at, decided(money, amount));
    const placed = { ...money, orders: [...money.orders, order] };
    const confirmation = { reference: order.reference, success: true, amount, transaction };
    const taken = takeConfirmation(placed, order, { confirmation, source: 'callback', at, newId: command.newId });
    return {
      ...{ before: money, after: taken.money, receipts: taken.receipts, action: 'confirmationTaken' as const },
      ...{ detail: { ...confirmationDetail(taken), requestId, method: order.method }, at, actor: ACTOR },
    };
  },
  answer: (): Answer<null> => DONE,
};

const DONE = ok(null);
