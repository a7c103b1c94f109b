import { Injectable } from '@nestjs/common';
import { type Confirmation, type ConfirmationDecision, decideConfirmation, owesAll } from '@motcua/fee-domain';
import type { Tx } from '@motcua/platform';
import { type StoredAccount } from '../persistence/accounts.js';
import { findBreak } from '../persistence/breaks.js';
import {
  type ConfirmationSource,
  confirmationsOf,
  saveConfirmation,
  type StoredConfirmation,
} from '../persistence/confirmations.js';
import { enterInLedger } from '../persistence/ledger.js';
import { saveOrder, type StoredOrder } from '../persistence/orders.js';
import { listRefund } from '../persistence/refunds.js';
import { settleAccount } from './settle-account.js';

export interface Said {
  readonly confirmation: Confirmation;
  readonly source: ConfirmationSource;
  readonly actor: string;
  readonly at: Temporal.Instant;
  readonly cashReceipt?: string;
}

export interface Taken {
  readonly decision: ConfirmationDecision;
  /** The confirmation as stored, now or from an earlier time. */
  readonly stored: StoredConfirmation;
  readonly order: StoredOrder;
}

const NEVER = { expiresAt: null };

/**
 * Takes what the platform, the bank or the cashier says of an order, whoever says it, however often and in whatever order.
 * The caller holds the lock of the account, and has read the order under it.
 */
@Injectable()
export class TakeConfirmation {
  async execute(tx: Tx, account: StoredAccount, order: StoredOrder, said: Said): Promise<Taken> {
    const { confirmation, source, at, actor } = said;
    const earlier = await confirmationsOf(tx, order.reference);
    const money = { stillOwed: owesAll(account, order.collects) };
    const decision = decideConfirmation({ ...order, ...NEVER, confirmations: earlier }, confirmation, money, at);
    if (decision.outcome === 'repeated') return { decision, stored: earlier[decision.answered]!, order };
    const stored = await saveConfirmation(tx, confirmation, {
      orderId: order.id,
      source,
      acknowledged: decision.acknowledged,
      at,
    });
    tx.record({
      aggregate: account.dossierId,
      at,
      actor,
      action: 'take-confirmation',
      detail: {
        reference: order.reference,
        source,
        outcome: decision.outcome,
        amount: confirmation.amount,
        transaction: confirmation.transaction,
      },
    });
    return { decision, stored, order: await this.apply(tx, account, order, said, decision) };
  }

  private async apply(
    tx: Tx,
    account: StoredAccount,
    order: StoredOrder,
    said: Said,
    decision: ConfirmationDecision,
  ): Promise<StoredOrder> {
    const { confirmation, at, cashReceipt } = said;
    const { amount } = confirmation;
    const transaction = confirmation.transaction ?? '';
    const entry = {
      account,
      orderId: order.id,
      reference: order.reference,
      method: order.method,
      amount,
      transaction,
      at,
    };
    if (decision.break) {
      const { kind, ours, theirs } = decision.break;
      const identity = `${kind}:${order.id}:${transaction}:${amount}`;
      await findBreak(tx, {
        identity,
        kind,
        account,
        orderId: order.id,
        reference: order.reference,
        ours,
        theirs,
        foundAt: at,
      });
    }
    if (decision.refund) {
      await enterInLedger(tx, { ...entry, kind: 'surplus' });
      await listRefund(tx, { account, orderId: order.id, ...decision.refund, listedAt: at });
    }
    if (decision.status === null) return order;
    const received = decision.status === 'failed' ? {} : { paidAt: at, transaction: confirmation.transaction };
    const changed = {
      ...order,
      status: decision.status,
      ...received,
      ...(cashReceipt !== undefined && { cashReceipt }),
    };
    if (decision.outcome === 'paid') {
      await enterInLedger(tx, { ...entry, kind: 'payment' });
      await settleAccount(tx, account, changed, at);
    }
    return saveOrder(tx, changed);
  }
}
