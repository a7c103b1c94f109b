import { Injectable, Inject } from '@nestjs/common';
import type { Confirmation } from '@motcua/fee-domain';
import { type Answer, type CommandKind, type LockingQueries, Unchanged } from '@motcua/platform';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type Money, moneyBy } from '../persistence/money.js';
import { confirmationDetail } from '../settlement/confirmation-detail.js';
import { takeConfirmation } from '../settlement/take-confirmation.js';
import { jsonText } from './json-text.js';

interface ConfirmKnownPaymentCommand {
  readonly orderId: string;
  readonly confirmation: Confirmation;
  readonly newId: () => string;
}

/** The platform confirms a payment that we ordered: once, again, late, or with another amount. A repeat gets its bytes again. */
@Injectable()
export class ConfirmKnownPayment implements CommandKind<ConfirmKnownPaymentCommand, Money, MoneyChange, string> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(@Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway) {}

  about({ orderId }: ConfirmKnownPaymentCommand): string {
    return `order/${orderId}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ConfirmKnownPaymentCommand[],
  ): Promise<readonly (Money | undefined)[]> {
    const ids = commands.map(({ orderId }) => orderId);
    const money = await moneyBy(queries, 'payment_order', ids);
    return ids.map((id) => money.get(id));
  }

  decide(
    money: Money,
    { orderId, confirmation, newId }: ConfirmKnownPaymentCommand,
    at: Temporal.Instant,
  ): MoneyChange | Unchanged<string> {
    const order = money.orders.find(({ id }) => id === orderId)!;
    const answer = (acknowledged: boolean): string =>
      this.gateway.answerTo(acknowledged ? 'accepted' : 'amountDiffers', order.reference, at);
    const taken = takeConfirmation(money, order, { confirmation, source: 'callback', at, newId, answer });
    const { answer: text } = taken.confirmation;
    if (taken.money === money) return new Unchanged(jsonText(200, text!));
    return {
      before: money,
      after: taken.money,
      receipts: taken.receipts,
      action: taken.decision.outcome === 'repeated' ? 'confirmationAnswered' : 'confirmationTaken',
      detail: { ...confirmationDetail(taken), confirmation: taken.confirmation.id },
      at,
      actor: 'system:national-platform',
    };
  }

  answer({ after, detail }: MoneyChange): Answer<string> {
    return jsonText(200, after.confirmations.find(({ id }) => id === detail['confirmation'])!.answer!);
  }
}
