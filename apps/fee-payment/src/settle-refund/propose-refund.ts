import { Injectable } from '@nestjs/common';
import { proposeRefund } from '@motcua/fee-domain';
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
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { moneyOfRefunds } from './refund-facts.js';
import type { RefundView } from './refund.view.js';
import { refundView } from './show-refund.js';

interface ProposeRefundCommand {
  readonly id: string;
  /** As the cashier saw it. */
  readonly version: number;
  readonly decision: 'refund' | 'keep';
  /** đồng; absent: all of it. */
  readonly amount?: number;
  readonly note: string;
  readonly actor: Actor;
}

/** The cashier proposes by policy what becomes of a listed refund. @rule R16 */
@Injectable()
export class ProposeRefund implements CommandKind<ProposeRefundCommand, Reachable, MoneyChange, RefundView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: ProposeRefundCommand): string {
    return `refund/${id}`;
  }

  facts(
    queries: LockingQueries,
    commands: readonly ProposeRefundCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    return moneyOfRefunds(this.reach, queries, commands);
  }

  decide(
    { money, within }: Reachable,
    { id, version, decision, amount, note, actor }: ProposeRefundCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const refund = money.refunds.find((one) => one.id === id)!;
    assertReach(actor, 'payment.reconcile', { agencies: within });
    assertVersion(refund.version, version);
    const by = actor.subject;
    const proposal = proposeRefund(refund, { decision, by, note, ...(amount !== undefined && { amount }) });
    const proposed = {
      ...{ ...refund, version: version + 1, status: 'proposed' as const, proposal },
      ...{ decidedAt: at, decidedBy: by, note },
    };
    return {
      before: money,
      after: { ...money, refunds: withRow(money.refunds, proposed) },
      receipts: [],
      action: 'refundProposed',
      detail: { refundId: id, decision, amount: proposal.amount, listed: refund.amount },
      at,
      actor: by,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: ProposeRefundCommand): Answer<RefundView> {
    const refund = after.refunds.find((one) => one.id === id)!;
    return created(refundView(refund), { version: refund.version });
  }
}
