import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Answer, type CommandKind, type LockingQueries, sql, Unchanged } from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { ORDERS, type StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';
import type { OrderView } from '../views/order.view.js';
import { orderAnswer } from './order-answer.js';

interface AnswerOrderCommand {
  readonly orderId: string;
}

/** The last step of an order that the platform had to open: its answer, stored for the key. Changes nothing else. */
@Injectable()
export class AnswerOrder implements CommandKind<AnswerOrderCommand, StoredOrder, MoneyChange, OrderView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly config: PaymentConfig) {}

  about({ orderId }: AnswerOrderCommand): string {
    return `order/${orderId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly AnswerOrderCommand[],
  ): Promise<readonly (StoredOrder | undefined)[]> {
    const ids = commands.map(({ orderId }) => orderId);
    const found = await queries.query<StoredOrder>(
      sql`SELECT ${ORDERS.columns()} FROM payment_order WHERE id = ANY (${ids})`,
    );
    const orders = new Map(found.map((order) => [order.id, order]));
    return ids.map((id) => orders.get(id));
  }

  decide(order: StoredOrder): Unchanged<OrderView> {
    const { id: orderId, reference, failure: platformCode } = order;
    if (order.status === 'failed') {
      throw new Refusal<PaymentCode>('PAYMENT.PLATFORM_REFUSED', { orderId, reference, platformCode });
    }
    return new Unchanged(orderAnswer(order, this.config));
  }

  answer(_: MoneyChange, order: StoredOrder): Answer<OrderView> {
    return orderAnswer(order, this.config);
  }
}
