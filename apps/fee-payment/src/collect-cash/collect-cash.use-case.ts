import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { assertCashIsDue } from '@motcua/fee-domain';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { CrossCheckCashReceipt } from '../settlement/cross-check-cash-receipt.js';
import type { StoredOrder } from '../persistence/orders.js';
import { lockOrder } from '../settlement/locked-order.js';
import { TakeConfirmation } from '../settlement/take-confirmation.js';
import type { PaymentCode } from '../problems.js';

export interface CollectCashCommand {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly amount: number;
  readonly actor: Actor;
}

const USED = `SELECT reference FROM payment_order WHERE agency = $1 AND cash_receipt = $2`;

/** The cashier has taken cash and written a receipt. */
@Injectable()
export class CollectCash {
  constructor(
    @Inject(TakeConfirmation) private readonly takeConfirmation: TakeConfirmation,
    @Inject(CrossCheckCashReceipt) private readonly crossCheck: CrossCheckCashReceipt,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { id, version, receiptNumber, amount, actor }: CollectCashCommand): Promise<StoredOrder> {
    const { account, order } = await lockOrder(tx, this.agencies, id, version, actor, 'payment.collect');
    assertCashIsDue(account, order, amount);
    const [used] = await tx.query<{ reference: string }>(USED, [account.receivingAgency, receiptNumber]);
    if (used) throw new Refusal<PaymentCode>('PAYMENT.CASH_RECEIPT_USED', { receiptNumber });
    const at = this.clock.now();
    const taken = await this.takeConfirmation.execute(tx, account, order, {
      confirmation: { reference: order.reference, success: true, amount, transaction: receiptNumber },
      source: 'cashier',
      actor: actor.subject,
      at,
      cashReceipt: receiptNumber,
    });
    await this.crossCheck.execute(tx, account, at);
    return taken.order;
  }
}
