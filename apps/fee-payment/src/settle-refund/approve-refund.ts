import { Injectable } from '@nestjs/common';
import { approveRefund } from '@motcua/fee-domain';
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
import { standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredRefund } from '../persistence/refunds.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { moneyOfRefunds } from './refund-facts.js';
import type { RefundView } from './refund.view.js';
import { refundView } from './show-refund.js';

interface ApproveRefundCommand {
  readonly id: string;
  /** As the approver saw it. */
  readonly version: number;
  readonly approved: boolean;
  readonly note: string;
  readonly actor: Actor;
  readonly newId: () => string;
}

/** Another person than who proposed it and who took the money decides. @rule R16 */
@Injectable()
export class ApproveRefund implements CommandKind<ApproveRefundCommand, Reachable, MoneyChange, RefundView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: ApproveRefundCommand): string {
    return `refund/${id}`;
  }

  facts(
    queries: LockingQueries,
    commands: readonly ApproveRefundCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    return moneyOfRefunds(this.reach, queries, commands);
  }

  decide(
    { money, within }: Reachable,
    { id, version, approved, note, actor, newId }: ApproveRefundCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const refund = money.refunds.find((one) => one.id === id)!;
    assertReach(actor, 'refund.approve', { agencies: within });
    assertVersion(refund.version, version);
    const by = actor.subject;
    const approval = approveRefund(refund, { approved, by, collectedBy: collectorsOf(money, refund) });
    const { status, amount, rest, proposal } = approval;
    const decided: StoredRefund = {
      ...{ ...refund, version: version + 1, status, amount, proposal },
      ...{ decidedAt: at, decidedBy: by, note },
    };
    const left: StoredRefund = {
      ...{ ...refund, id: newId(), version: 1, status: 'listed', amount: rest, proposal: null, restOf: id },
      ...{ decidedAt: null, decidedBy: null, note: null },
    };
    const refunds = withRow(money.refunds, decided);
    return {
      before: money,
      after: { ...money, refunds: rest > 0 ? [...refunds, left] : refunds },
      receipts: [],
      action: approved ? 'refundApproved' : 'refundSentBack',
      detail: { refundId: id, status, amount, rest },
      at,
      actor: by,
    };
  }

  answer({ after }: MoneyChange, _: Reachable, { id }: ApproveRefundCommand): Answer<RefundView> {
    const refund = after.refunds.find((one) => one.id === id)!;
    return created(refundView(refund), { version: refund.version });
  }
}

/** Who took the money that it gives back. */
const collectorsOf = ({ entries }: Money, { orderId: of }: StoredRefund): readonly (string | null)[] =>
  standing(entries)
    .filter(({ kind, orderId }) => kind !== 'refund' && (of === null || orderId === of))
    .map(({ collectedBy }) => collectedBy);
