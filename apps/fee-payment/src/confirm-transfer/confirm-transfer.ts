import { Injectable } from '@nestjs/common';
import { assertMethod, spelling } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  Unchanged,
} from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type BankNumberUse, usesOfBankNumbers } from '../persistence/bank-numbers.js';
import { moneyBy } from '../persistence/money.js';
import type { StoredOrder } from '../persistence/orders.js';
import type { PaymentCode } from '../problems.js';
import { confirmationDetail } from '../settlement/confirmation-detail.js';
import { firstOfEach } from '../settlement/in-company.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';
import { orderView } from '../views/show-order.js';
import type { TransferView } from './transfer.view.js';

interface ConfirmTransferCommand {
  readonly orderId: string;
  /** As the cashier saw it. */
  readonly version: number;
  /** The bank's number. */
  readonly transaction: string;
  readonly amount: number;
  readonly actor: Actor;
  readonly newId: () => string;
}

interface TransferFacts extends Reachable {
  /** What this bank number was recorded for. */
  readonly used: BankNumberUse;
}

/** The money is on the account whatever we think of it: recorded, and never refused for its amount or its time. A bank's
 * number is used up by the payment for which it was recorded first. */
@Injectable()
export class ConfirmTransfer implements CommandKind<ConfirmTransferCommand, TransferFacts, MoneyChange, TransferView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(
    private readonly reach: MoneyReach,
    private readonly config: PaymentConfig,
  ) {}

  about({ orderId }: ConfirmTransferCommand): string {
    return `order/${orderId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ConfirmTransferCommand[],
  ): Promise<readonly (TransferFacts | undefined)[]> {
    const ids = commands.map(({ orderId }) => orderId);
    const money = await moneyBy(queries, 'payment_order', ids);
    const [reachable, used] = await Promise.all([
      this.reach.of(queries, money),
      usesOfBankNumbers(
        queries,
        commands.map(({ transaction }) => transaction),
      ),
    ]);
    const isFirst = firstOfEach(commands.map(({ transaction }) => spelling(transaction)));
    return commands.map(({ orderId }, place) => {
      const found = reachable.get(orderId);
      return found && isFirst[place] ? { ...found, used: used[place]! } : undefined;
    });
  }

  decide(
    { money, within, used }: TransferFacts,
    { orderId, version, transaction, amount, actor, newId }: ConfirmTransferCommand,
    at: Temporal.Instant,
  ): MoneyChange | Unchanged<TransferView> {
    const order = money.orders.find(({ id }) => id === orderId)!;
    assertReach(actor, 'payment.collect', { ...order, agencies: within });
    assertVersion(order.version, version);
    assertMethod(order, 'transfer');
    if (used.paidBack || used.orders.some((other) => other !== orderId)) {
      throw new Refusal<PaymentCode>('PAYMENT.TRANSACTION_USED', { transaction });
    }
    const { looseMoney } = used;
    // It is in the books already: allocated to this order it is this order's, and booked again it would be there twice.
    if (looseMoney !== null) throw new Refusal<PaymentCode>('PAYMENT.MONEY_UNALLOCATED', { transaction, looseMoney });
    const confirmation = { reference: order.reference, success: true, amount, transaction };
    const taken = takeConfirmation(money, order, { confirmation, source: 'cashier', at, newId, collector: actor });
    if (taken.money === money) return new Unchanged(this.shown(order, taken.decision.outcome));
    return {
      ...{ before: money, after: taken.money, receipts: taken.receipts, action: 'confirmationTaken' },
      ...{ detail: confirmationDetail(taken), at, actor: actor.subject },
    };
  }

  answer({ after, detail }: MoneyChange, _: TransferFacts, { orderId }: ConfirmTransferCommand): Answer<TransferView> {
    const order = after.orders.find(({ id }) => id === orderId)!;
    return this.shown(order, detail['outcome'] as TransferView['outcome']);
  }

  private shown(order: StoredOrder, outcome: TransferView['outcome']): Answer<TransferView> {
    return created({ outcome, order: orderView(order, this.config) }, { version: order.version });
  }
}
