import { Inject, Injectable } from '@nestjs/common';
import { type Confirmation, decideConfirmation, sameConfirmation } from '@motcua/fee-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Tx, UnitOfWork } from '@motcua/platform';
import { PAYMENT_GATEWAY, type PaymentGateway, type ReadConfirmation } from '../gateway/payment-gateway.js';
import { findAccount, lockAccount } from '../persistence/accounts.js';
import { findBreak } from '../persistence/breaks.js';
import { confirmationsOf, saveAnswerTo, saveConfirmation } from '../persistence/confirmations.js';
import { findOrder, findOrderByReference } from '../persistence/orders.js';
import { TakeConfirmation } from '../settlement/take-confirmation.js';

export interface ConfirmationAnswer {
  readonly status: number;
  /** Sent byte for byte. */
  readonly text: string;
}

// A reference that we do not know has no row to lock.
const LOCK_REFERENCE = `SELECT pg_advisory_xact_lock(hashtextextended('confirmation ' || $1, 0))`;

type Refused = Extract<ReadConfirmation, { is: 'refused' }>;

/** The platform says what became of a payment. It may say so twice, late, wrongly, or somebody else may in its name. */
@Injectable()
export class ConfirmPayment {
  constructor(
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TakeConfirmation) private readonly takeConfirmation: TakeConfirmation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(body: unknown): Promise<ConfirmationAnswer> {
    const read = this.gateway.readConfirmation(body);
    if (read.is === 'refused') return this.unitOfWork.run((tx) => this.refuse(tx, read));
    const text = await this.unitOfWork.run((tx) => this.take(tx, read.confirmation));
    return { status: 200, text };
  }

  private async take(tx: Tx, confirmation: Confirmation): Promise<string> {
    const found = await findOrderByReference(tx, confirmation.reference);
    const account = found && (await lockAccount(tx, found.dossierId));
    if (!account) return this.takeUnknown(tx, confirmation);
    // Read again: who held the account before us may have changed it.
    const order = (await findOrder(tx, found.id))!;
    const at = this.clock.now();
    const { decision, stored } = await this.takeConfirmation.execute(tx, account, order, {
      confirmation,
      source: 'callback',
      actor: 'system:national-platform',
      at,
    });
    if (stored.answer !== null) return stored.answer;
    const verdict = stored.acknowledged
      ? 'accepted'
      : decision.outcome === 'unknownReference'
        ? 'unknownReference'
        : 'amountDiffers';
    return this.answer(tx, stored.id, this.gateway.answerTo(verdict, confirmation.reference, at));
  }

  private async takeUnknown(tx: Tx, confirmation: Confirmation): Promise<string> {
    const { reference, transaction, amount } = confirmation;
    await tx.query(LOCK_REFERENCE, [reference]);
    const said = (await confirmationsOf(tx, reference)).find((earlier) => sameConfirmation(earlier, confirmation));
    if (said?.answer) return said.answer;
    const at = this.clock.now();
    const { break: found } = decideConfirmation(null, confirmation, { stillOwed: false }, at);
    const identity = `unknownReference:${reference}:${transaction ?? ''}:${amount}`;
    if (found) await findBreak(tx, { ...found, identity, account: undefined, orderId: null, reference, foundAt: at });
    const stored = await saveConfirmation(tx, confirmation, {
      orderId: null,
      source: 'callback',
      acknowledged: false,
      at,
    });
    return this.answer(tx, stored.id, this.gateway.answerTo('unknownReference', reference, at));
  }

  private async answer(tx: Tx, id: string, text: string): Promise<string> {
    await saveAnswerTo(tx, id, text);
    return text;
  }

  /** Anybody may send such a message: one row per order and kind counts them, and one more for all that name no order. */
  private async refuse(tx: Tx, { why, reference, detail }: Refused): Promise<ConfirmationAnswer> {
    const at = this.clock.now();
    const order = reference === '' ? undefined : await findOrderByReference(tx, reference);
    const account = order && (await findAccount(tx, order.dossierId));
    await findBreak(tx, {
      identity: `${why}:${order?.id ?? 'no order'}`,
      kind: why,
      account,
      orderId: order?.id ?? null,
      reference: order?.reference ?? '(unknown)',
      ours: order ? String(order.amount) : null,
      theirs: null,
      detail,
      foundAt: at,
    });
    return { status: why === 'badHash' ? 403 : 400, text: this.gateway.answerTo(why, '', at) };
  }
}
