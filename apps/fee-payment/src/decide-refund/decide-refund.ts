import { Injectable } from '@nestjs/common';
import { decideRefund, splitRefund } from '@motcua/fee-domain';
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
import type { LedgerEntry } from '../persistence/ledger.js';
import { type Money, moneyBy } from '../persistence/money.js';
import type { StoredRefund } from '../persistence/refunds.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import type { RefundView } from './refund.view.js';
import { refundView } from './show-refund.js';

interface DecideRefundCommand {
  readonly id: string;
  /** As the cashier saw it. */
  readonly version: number;
  readonly decision: 'refund' | 'keep';
  /** đồng; absent: all of it. */
  readonly amount?: number;
  readonly note: string;
  readonly actor: Actor;
  readonly newId: () => string;
}

/** The cashier decides by policy what becomes of a listed refund. @rule R16 */
@Injectable()
export class DecideRefund implements CommandKind<DecideRefundCommand, Reachable, MoneyChange, RefundView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: DecideRefundCommand): string {
    return `refund/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly DecideRefundCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const reachable = await this.reach.of(queries, await moneyBy(queries, 'refund', ids));
    return ids.map((id) => reachable.get(id));
  }

  decide(
    { money, within }: Reachable,
    { id, version, decision, amount, note, actor, newId }: DecideRefundCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const refund = money.refunds.find((one) => one.id === id)!;
    assertReach(actor, 'payment.reconcile', { agencies: within });
    assertVersion(refund.version, version);
    const { status, refunded } = decideRefund(refund, decision, amount);
    const decided: StoredRefund = {
      ...{ ...refund, version: version + 1, status, refunded, note },
      ...{ decidedAt: at, decidedBy: actor.subject },
    };
    const after = { ...money, refunds: withRow(money.refunds, decided) };
    return {
      before: money,
      after: refunded > 0 ? paidBack(after, decided, newId) : after,
      receipts: [],
      action: 'refundDecided',
      detail: { refundId: id, decision, refunded, listed: refund.amount },
      at,
      actor: actor.subject,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: DecideRefundCommand): Answer<RefundView> {
    const refund = after.refunds.find((one) => one.id === id)!;
    return created(refundView(refund), { version: refund.version });
  }
}

/** Money goes back by each way that it came. */
function paidBack(money: Money, { id, orderId, refunded, decidedAt }: StoredRefund, newId: () => string): Money {
  const entries = splitRefund(money.entries, orderId, refunded).map(({ came, amount }): LedgerEntry => ({
    ...came,
    ...{ id: newId(), kind: 'refund', amount, transaction: id, at: decidedAt! },
  }));
  return { ...money, entries: [...money.entries, ...entries] };
}
