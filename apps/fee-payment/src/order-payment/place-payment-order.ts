import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type CollectionTime, type PaymentMethod, placeOrder } from '@motcua/fee-domain';
import { CLOCK, type Clock, newId, Refusal, VIETNAM } from '@motcua/kernel';
import { type Actor, assertReach, type Tx, type PlatformCode } from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { lockAccount, type StoredAccount } from '../persistence/accounts.js';
import { insertOrder, type NewOrder, type StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';

export interface OrderCommand {
  readonly dossierId: string;
  readonly method: PaymentMethod;
  readonly collect?: readonly CollectionTime[];
  readonly actor: Actor;
}

/** `H48` + `261124`: a number follows, so that a reference tells a person where and when. */
const referencePrefix = ({ receivingAgency }: StoredAccount, at: Temporal.Instant): string => {
  const [year, month, day] = at.toZonedDateTimeISO(VIETNAM).toPlainDate().toString().split('-');
  return `${receivingAgency.split('.')[0]}${year?.slice(2)}${month}${day}`;
};

/** Places an order in a transaction of the caller's. */
@Injectable()
export class PlacePaymentOrder {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PaymentConfig) private readonly config: PaymentConfig,
    @Inject(Agencies) private readonly agencies: Agencies,
  ) {}

  async execute(
    tx: Tx,
    { dossierId, method, collect, actor }: OrderCommand,
    request?: NewOrder['request'],
  ): Promise<StoredOrder> {
    const account = await lockAccount(tx, dossierId);
    if (!account) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'payment.order', {
      ...account,
      agencies: await this.agencies.withAncestors(account.agencies, tx),
    });
    if (method === 'transfer' && this.config.accountNumber === undefined)
      throw new Refusal<PaymentCode>('PAYMENT.METHOD_UNAVAILABLE', { method });
    const { amount, collects } = placeOrder(account, collect);
    const placedAt = this.clock.now();
    const online = method === 'nationalPlatform';
    const order = await insertOrder(tx, {
      ...{ id: newId(), account, method, amount, collects, placedAt, request },
      referencePrefix: referencePrefix(account, placedAt),
      status: online ? 'created' : 'pending',
      placedBy: actor.subject,
      askAfterSeconds: online ? this.config.askAfterSeconds : null,
    });
    const detail = { orderId: order.id, reference: order.reference, method, amount, collects };
    tx.record({ aggregate: dossierId, at: placedAt, actor: actor.subject, action: 'order-payment', detail });
    return order;
  }
}
