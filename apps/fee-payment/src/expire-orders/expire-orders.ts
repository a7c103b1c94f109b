import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type CommandKind, Commands, Database, type DueRow, ok, sql, type Sweep, Unchanged } from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { withRow } from '../persistence/row-changes.js';

interface ExpireOrder {
  readonly orderId: string;
}

/** Nobody is led to pay an order whose time is over. Money that comes for it all the same is money: it is booked as any other. */
export const EXPIRE_ORDER: CommandKind<ExpireOrder, Money, MoneyChange, boolean> = {
  aggregate: DOSSIER_MONEY,
  about: ({ orderId }) => `order/${orderId}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ orderId }) => orderId);
    const money = await moneyBy(queries, 'payment_order', ids);
    return ids.map((id) => money.get(id));
  },
  decide: (money, { orderId }, at) => {
    const order = money.orders.find(({ id }) => id === orderId)!;
    const { status, expiresAt, version, reference } = order;
    const isOpen = status === 'created' || status === 'pending';
    if (!isOpen || expiresAt === null || Temporal.Instant.compare(at, expiresAt) < 0) return new Unchanged(ok(false));
    const expired = { ...order, status: 'expired', version: version + 1, openingUntil: null } as const;
    return {
      ...{ before: money, after: { ...money, orders: withRow(money.orders, expired) }, receipts: [] },
      ...{ action: 'orderExpired', detail: { orderId, reference }, at, actor: 'system:expire-orders' },
    };
  },
  answer: () => ok(true),
};

@Injectable()
export class ExpireOrders implements Sweep {
  readonly name = 'expire-orders';

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT expires_at AS at, id FROM payment_order
      WHERE status IN ('created', 'pending') AND expires_at <= ${this.clock.now()}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (expires_at, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY expires_at, id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.commands.run(EXPIRE_ORDER, { orderId: id })).body;
  }
}
