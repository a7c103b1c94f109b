import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  sql,
} from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { BREAKS, type StoredBreak } from '../persistence/breaks.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { LOOSE_MONEY, type LooseMoney } from '../persistence/loose-money.js';
import { moneyBy } from '../persistence/money.js';
import type { PaymentCode } from '../problems.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { resolved } from '../settlement/record-discrepancy.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';
import type { OrderView } from '../views/order.view.js';
import { orderView } from '../views/show-order.js';

interface AllocateMoneyCommand {
  /** Of the money. */
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly orderId: string;
  readonly note: string;
  readonly actor: Actor;
  readonly newId: () => string;
}

interface Facts extends Reachable {
  readonly loose: LooseMoney;
  /** Open breaks that tell of it. */
  readonly breaks: readonly StoredBreak[];
}

/** How breaks call it, without the amount. */
const toldAs = ({ reference, transaction }: LooseMoney): string => `unknownReference:${reference}:${transaction}:`;

/** An officer has found for which order money of an unknown reference was meant: it is that order's as if it had come for it. */
@Injectable()
export class AllocateMoney implements CommandKind<AllocateMoneyCommand, Facts, MoneyChange, OrderView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(
    private readonly reach: MoneyReach,
    private readonly config: PaymentConfig,
  ) {}

  about({ id }: AllocateMoneyCommand): string {
    return `loose-money/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly AllocateMoneyCommand[],
  ): Promise<readonly (Facts | undefined)[]> {
    const [money, found] = await Promise.all([
      moneyBy(
        queries,
        'payment_order',
        commands.map(({ orderId }) => orderId),
      ),
      queries.query<LooseMoney>(sql`
        SELECT ${LOOSE_MONEY.columns()} FROM loose_money WHERE id = ANY (${commands.map(({ id }) => id)})
        ORDER BY id FOR UPDATE ${queries.skipLocked}`),
    ]);
    const reachable = await this.reach.of(queries, money);
    const breaks = await queries.query<StoredBreak>(sql`
      SELECT ${BREAKS.columns()} FROM payment_break WHERE status = 'open' AND kind = 'unknownReference'
        AND EXISTS (SELECT FROM unnest(${found.map(toldAs)}::text[]) AS told WHERE starts_with(identity, told)) ORDER BY id FOR UPDATE`);
    const byId = new Map(found.map((one) => [one.id, one]));
    return commands.map(({ id, orderId }) => {
      const [of, loose] = [reachable.get(orderId), byId.get(id)];
      return (
        of && loose && { ...of, loose, breaks: breaks.filter(({ identity }) => identity.startsWith(toldAs(loose))) }
      );
    });
  }

  decide({ money, within, loose, breaks }: Facts, command: AllocateMoneyCommand, at: Temporal.Instant): MoneyChange {
    const { id, version, orderId, note, actor, newId } = command;
    const order = money.orders.find((one) => one.id === orderId)!;
    assertReach(actor, 'payment.reconcile', { ...order, agencies: within });
    assertVersion(loose.version, version);
    if (loose.status === 'allocated') throw new Refusal<PaymentCode>('PAYMENT.MONEY_ALLOCATED', { id });
    const { amount, transaction, method, reference } = loose;
    const confirmation = { reference: order.reference, success: true, amount, transaction };
    const taken = takeConfirmation(money, order, {
      confirmation,
      source: 'cashier',
      at,
      newId,
      came: { method, reference },
    });
    if (taken.decision.used === 0 && taken.decision.refund === null) {
      throw new Refusal<PaymentCode>('PAYMENT.TRANSACTION_USED', { transaction });
    }
    const allocated = { status: 'allocated', orderId, allocatedAt: at, allocatedBy: actor.subject, note } as const;
    return {
      ...{ before: money, after: taken.money, receipts: taken.receipts },
      loose: { before: loose, after: { ...loose, version: version + 1, ...allocated } },
      looseBreaks: breaks.map((open) => ({
        before: open,
        after: resolved(open, { at, by: actor.subject, note, bookedBy: { act: 'allocation', id: orderId } }),
      })),
      action: 'looseMoneyAllocated',
      detail: { looseMoney: id, orderId, amount, outcome: taken.decision.outcome },
      ...{ at, actor: actor.subject },
    };
  }

  answer({ after }: MoneyChange, _: Facts, { orderId }: AllocateMoneyCommand): Answer<OrderView> {
    const order = after.orders.find((one) => one.id === orderId)!;
    return created(orderView(order, this.config), { version: order.version });
  }
}
