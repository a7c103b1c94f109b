import { Injectable } from '@nestjs/common';
import { accountOn, type CollectionTime, type PaymentMethod, placeOrder } from '@motcua/fee-domain';
import { dayInVietnam, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  type CommandKind,
  type LockingQueries,
  type PlatformCode,
  type RequestContext,
  sql,
  Unchanged,
} from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { belongingOf } from '../persistence/accounts.js';
import { type Collector, collectorsOf } from '../persistence/collectors.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { moneyOf } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';
import { orderReference } from '../settlement/order-reference.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import type { OrderView } from '../views/order.view.js';
import { orderAnswer } from './order-answer.js';

export interface PlaceOrderCommand {
  readonly id: string;
  readonly dossierId: string;
  readonly method: PaymentMethod;
  readonly collect?: readonly CollectionTime[];
  /** Where the payer's browser returns from the platform's page. */
  readonly returnUrl?: string;
  readonly actor: Actor;
  /** The key of an order that is placed in several steps: its repetition goes on with the order that it placed. */
  readonly request?: NonNullable<RequestContext['idempotency']>;
}

interface Facts extends Reachable {
  /** Comes next in references. */
  readonly serial: number;
  /** In system time: when the platform is asked what became of the payment. */
  readonly askAt: Temporal.Instant;
  readonly collectors: ReadonlyMap<string, Collector>;
}

/** Open orders of one dossier; each open order at the platform is asked about for days. */
const MOST_OPEN = 20;

/** Places an order for what a dossier owes. */
@Injectable()
export class PlaceOrder implements CommandKind<PlaceOrderCommand, Facts, MoneyChange, OrderView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(
    private readonly reach: MoneyReach,
    private readonly config: PaymentConfig,
  ) {}

  about({ dossierId }: PlaceOrderCommand): string {
    return `account/${dossierId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly PlaceOrderCommand[],
  ): Promise<readonly (Facts | undefined)[]> {
    const ids = commands.map(({ dossierId }) => dossierId);
    const seconds = this.config.askAfterSeconds;
    const [money, numbers] = await Promise.all([
      moneyOf(queries, ids),
      queries.query<Pick<Facts, 'serial' | 'askAt'>>(sql`
        SELECT nextval('order_reference')::int AS serial, now() + ${seconds}::int * interval '1 second' AS "askAt"
        FROM generate_series(1, ${commands.length}::int)`),
    ]);
    const agencies = [...money.values()].map(({ account }) => account.receivingAgency);
    const [reachable, collectors] = await Promise.all([this.reach.of(queries, money), collectorsOf(queries, agencies)]);
    return ids.map((id, index) => {
      const found = reachable.get(id);
      return found && { ...found, ...numbers[index]!, collectors };
    });
  }

  decide(facts: Facts, command: PlaceOrderCommand, at: Temporal.Instant): MoneyChange | Unchanged<OrderView> {
    const { money, within } = facts;
    const { account, orders } = money;
    const { method, collect, actor, request, returnUrl } = command;
    const placed = request && orders.find(placedBy(request));
    if (placed) {
      if (placed.requestFingerprint === request.fingerprint) return new Unchanged(orderAnswer(placed, this.config));
      throw new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REUSED');
    }
    assertReach(actor, 'payment.order', belongingOf(account, within));
    if (returnUrl !== undefined) assertReturnAllowed(returnUrl, this.config);
    const payee = accountOn(facts.collectors.get(account.receivingAgency)?.accounts ?? [], dayInVietnam(at)) ?? null;
    if (method === 'transfer' && payee === null && this.config.accountNumber === undefined) {
      throw new Refusal<PaymentCode>('PAYMENT.METHOD_UNAVAILABLE', { method });
    }
    const open = orders.filter(({ status }) => status === 'created' || status === 'pending').length;
    const decided = placeOrder(account, collect);
    if (open >= MOST_OPEN) throw new Refusal<PaymentCode>('PAYMENT.TOO_MANY_OPEN_ORDERS', { open });
    const terms = { payee, expiresAt: at.add({ hours: hoursOf(method, this.config) }) };
    const order = newOrder(facts, command, { ...decided, ...terms }, at);
    const { reference, amount, collects } = order;
    return {
      before: money,
      after: { ...money, orders: [...orders, order] },
      receipts: [],
      action: 'orderPlaced',
      detail: { orderId: order.id, reference, method, amount, collects },
      at,
      actor: actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: Facts, { id }: PlaceOrderCommand): Answer<OrderView> {
    return orderAnswer(
      after.orders.find((order) => order.id === id)!,
      this.config,
    );
  }
}

/** By legal time: one that is paid on a page lives for hours, one that somebody carries to a bank or a counter for days. */
const hoursOf = (method: PaymentMethod, { orderHours, orderDays }: PaymentConfig): number =>
  method === 'nationalPlatform' ? orderHours : 24 * orderDays;

/** Whoever may order could otherwise lead a payer from the platform's page to anywhere. */
function assertReturnAllowed(returnUrl: string, { returnOrigins }: PaymentConfig): void {
  const { origin } = URL.parse(returnUrl) ?? {};
  if (origin !== undefined && returnOrigins.includes(origin)) return;
  throw new Refusal<PaymentCode>('PAYMENT.RETURN_NOT_ALLOWED', {}, [RETURN_NOT_ALLOWED]);
}

const RETURN_NOT_ALLOWED = {
  pointer: '/returnUrl',
  code: 'ORIGIN_NOT_ALLOWED',
  detail: {
    vi: 'Địa chỉ quay lại không thuộc các trang được phép.',
    en: 'The address is not of an origin that is allowed.',
  },
};

const placedBy =
  ({ client, key }: NonNullable<PlaceOrderCommand['request']>) =>
  ({ requestClient, requestKey }: StoredOrder): boolean =>
    requestClient === client && requestKey === key;

function newOrder(
  { money: { account }, serial, askAt }: Facts,
  { id, method, actor, request, returnUrl }: PlaceOrderCommand,
  decided: ReturnType<typeof placeOrder> & Pick<StoredOrder, 'payee' | 'expiresAt'>,
  at: Temporal.Instant,
): StoredOrder {
  const { dossierId, receivingAgency: agency, agencies, applicantRef, submittedBy } = account;
  const online = method === 'nationalPlatform';
  return {
    ...{ id, version: 1, dossierId, agency, agencies, applicantRef, submittedBy, method, ...decided },
    ...{ due: decided.amount, returnUrl: returnUrl ?? null },
    reference: orderReference(account.receivingAgency, at, serial),
    status: online ? 'created' : 'pending',
    ...{ paymentUrl: null, failure: null, paidAt: null, transaction: null, cashReceipt: null, openingUntil: null },
    placedAt: at,
    placedBy: actor.subject,
    requestClient: request?.client ?? null,
    requestKey: request?.key ?? null,
    requestFingerprint: request?.fingerprint ?? null,
    askAt: online ? askAt : null,
  };
}
