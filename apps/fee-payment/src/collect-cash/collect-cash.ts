import { Injectable } from '@nestjs/common';
import { assertCashIsDue } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  type SealedEnvelope,
} from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { agenciesByReceiptNumber } from '../persistence/cash-receipt-numbers.js';
import { type Drawer, drawersOf, moveCash, nameOfDrawer } from '../persistence/drawers.js';
import { moneyBy } from '../persistence/money.js';
import type { PaymentCode } from '../problems.js';
import { crossCheckCashReceipt } from '../settlement/cross-check-cash-receipt.js';
import { confirmationDetail } from '../settlement/confirmation-detail.js';
import { firstOfEach } from '../settlement/in-company.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';
import type { OrderView } from '../views/order.view.js';
import { orderView } from '../views/show-order.js';

interface CollectCashCommand {
  readonly orderId: string;
  /** As the cashier saw it. */
  readonly version: number;
  readonly receiptNumber: string;
  readonly amount: number;
  readonly isInDrawer: boolean;
  /** Who handed it over; absent: the applicant. */
  readonly payer?: SealedEnvelope | undefined;
  readonly actor: Actor;
  readonly newId: () => string;
}

interface CashFacts extends Reachable {
  /** The agencies at which a payment has this receipt number already. */
  readonly usedAt: readonly string[];
  /** Of who takes the cash, at the own counter. */
  readonly drawer: Drawer;
}

/** The cashier has taken cash and written a receipt. */
@Injectable()
export class CollectCash implements CommandKind<CollectCashCommand, CashFacts, MoneyChange, OrderView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(
    private readonly reach: MoneyReach,
    private readonly config: PaymentConfig,
  ) {}

  about({ orderId }: CollectCashCommand): string {
    return `order/${orderId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly CollectCashCommand[],
  ): Promise<readonly (CashFacts | undefined)[]> {
    const money = await moneyBy(
      queries,
      'payment_order',
      commands.map(({ orderId }) => orderId),
    );
    const numbers = commands.map(({ receiptNumber }) => receiptNumber);
    const owners = commands.map(({ orderId, actor: { agency, subject: cashier } }) => {
      const account = money.get(orderId)?.account;
      return account && { agency: agency ?? account.receivingAgency, cashier };
    });
    const [reachable, used, drawers] = await Promise.all([
      this.reach.of(queries, money),
      agenciesByReceiptNumber(queries, numbers),
      drawersOf(
        queries,
        owners.flatMap((owner) => owner ?? []),
      ),
    ]);
    const isFirst = firstOfEach(numbers);
    return commands.map(({ orderId, receiptNumber }, place) => {
      const [found, owner] = [reachable.get(orderId), owners[place]];
      if (!found || !owner || !isFirst[place]) return undefined;
      return { ...found, usedAt: used.get(receiptNumber) ?? [], drawer: drawers.get(nameOfDrawer(owner))! };
    });
  }

  decide({ money, within, usedAt, drawer }: CashFacts, command: CollectCashCommand, at: Temporal.Instant): MoneyChange {
    const { orderId, version, receiptNumber, amount, isInDrawer, payer, actor, newId } = command;
    const { account } = money;
    const order = money.orders.find(({ id }) => id === orderId)!;
    assertReach(actor, 'payment.collect', { ...order, agencies: within });
    assertVersion(order.version, version);
    assertCashIsDue(account, order, amount, isInDrawer);
    if (usedAt.includes(account.receivingAgency)) {
      throw new Refusal<PaymentCode>('PAYMENT.CASH_RECEIPT_USED', { receiptNumber });
    }
    const { cashDayId, ...opening } = moveCash(drawer, { at, by: actor.subject });
    const taken = takeConfirmation(money, order, {
      confirmation: { reference: order.reference, success: true, amount, transaction: receiptNumber },
      source: 'cashier',
      at,
      newId,
      cashReceipt: receiptNumber,
      collector: actor,
      cashDayId,
    });
    return {
      ...opening,
      before: money,
      after: crossCheckCashReceipt(taken.money, at, newId),
      receipts: taken.receipts,
      payers: payer ? taken.receipts.map(({ id, dossierId }) => ({ ...payer, receiptId: id, dossierId })) : [],
      action: 'confirmationTaken',
      detail: confirmationDetail(taken),
      at,
      actor: actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: CashFacts, { orderId }: CollectCashCommand): Answer<OrderView> {
    const order = after.orders.find(({ id }) => id === orderId)!;
    return created(orderView(order, this.config), { version: order.version });
  }
}
