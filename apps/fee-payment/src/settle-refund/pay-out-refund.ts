import { Injectable } from '@nestjs/common';
import { assertMayBePaidOut, givenBack, isOpenRefund, splitRefund } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
} from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { type LedgerEntry, standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import { validOf } from '../persistence/receipts.js';
import type { StoredRefund } from '../persistence/refunds.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { moneyOfRefunds } from './refund-facts.js';
import type { RefundView } from './refund.view.js';
import { refundView } from './show-refund.js';

interface PayOutRefundCommand {
  readonly id: string;
  /** As the cashier saw it. */
  readonly version: number;
  /** Number of the payment back; null: it did not succeed. */
  readonly transaction: string | null;
  readonly note?: string;
  readonly actor: Actor;
  readonly newId: () => string;
}

/** The money of an approved refund has gone back by each way that it came, under a number; or could not, and is tried again. */
@Injectable()
export class PayOutRefund implements CommandKind<PayOutRefundCommand, Reachable, MoneyChange, RefundView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: PayOutRefundCommand): string {
    return `refund/${id}`;
  }

  facts(
    queries: LockingQueries,
    commands: readonly PayOutRefundCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    return moneyOfRefunds(this.reach, queries, commands);
  }

  decide({ money, within }: Reachable, command: PayOutRefundCommand, at: Temporal.Instant): MoneyChange {
    const { id, version, transaction, actor } = command;
    const refund = money.refunds.find((one) => one.id === id)!;
    assertReach(actor, 'payment.reconcile', { agencies: within });
    assertVersion(refund.version, version);
    assertMayBePaidOut(refund);
    const moved: StoredRefund = {
      ...{ ...refund, version: version + 1, status: transaction === null ? 'failed' : 'refunded' },
      ...{ decidedAt: at, decidedBy: actor.subject, note: command.note ?? refund.note },
    };
    const after = { ...money, refunds: withRow(money.refunds, moved) };
    return {
      before: money,
      after: transaction === null ? after : paidBack(after, moved, transaction, command.newId),
      receipts: [],
      action: transaction === null ? 'refundFailed' : 'refundPaidOut',
      detail: { refundId: id, amount: refund.amount, transaction },
      at,
      actor: actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: PayOutRefundCommand): Answer<RefundView> {
    const refund = after.refunds.find((one) => one.id === id)!;
    return created(refundView(refund), { version: refund.version });
  }
}

/** One entry by each way that the money came; the receipts of what is no longer paid are void. */
function paidBack(money: Money, refund: StoredRefund, transaction: string, newId: () => string): Money {
  const { orderId, amount: refunded, decidedAt } = refund;
  const at = decidedAt!;
  const entries = splitRefund(standing(money.entries), orderId, refunded).map(({ came, amount }): LedgerEntry => ({
    ...came,
    ...{ id: newId(), kind: 'refund', amount, transaction, confirmationId: null, at },
  }));
  const back = new Map(
    givenBack(validOf(money.receipts), receipted(money, refund)).map(({ receipt, amount }) => [receipt.id, amount]),
  );
  const receipts = money.receipts.map((receipt) => {
    const part = back.get(receipt.id);
    if (part === undefined) return receipt;
    const given = receipt.refunded + part;
    return { ...receipt, refunded: given, voidedAt: given === receipt.amount ? at : null };
  });
  return { ...money, entries: [...money.entries, ...entries], receipts };
}

/** How much of a refund was receipted: nothing of what came beyond what was owed, nor of a part that settled nothing. */
function receipted({ receipts, refunds }: Money, { amount, reason }: StoredRefund): number {
  if (reason === 'corrected') return amount;
  if (reason !== 'refused' && reason !== 'withdrawn' && reason !== 'stopped') return 0;
  const valid = validOf(receipts).reduce((sum, receipt) => sum + receipt.amount - receipt.refunded, 0);
  // What the end listed and is not paid back yet, or is kept, is the rest of it.
  const others = refunds
    .filter((one) => one.reason === reason && isOpenRefund(one.status))
    .reduce((sum, one) => sum + one.amount, 0);
  const kept = refunds.filter((one) => one.status === 'kept').reduce((sum, one) => sum + one.amount, 0);
  return Math.max(0, Math.min(amount, valid - others - kept));
}
