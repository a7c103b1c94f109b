import { Injectable } from '@nestjs/common';
import { approveRefund } from '@motcua/fee-domain';
import { standing } from '../persistence/ledger.js';
import type { Money } from '../persistence/money.js';
import type { StoredRefund } from '../persistence/refunds.js';
import type { Step, StepFacts } from '../settlement/money-step.js';
import { type OfRefund, RefundStep, stepped } from './refund-step.js';

interface ApproveRefundCommand extends OfRefund {
  readonly approved: boolean;
  readonly note: string;
  readonly newId: () => string;
}

/** Another person than who proposed it and who took the money decides. @rule R16 */
@Injectable()
export class ApproveRefund extends RefundStep<ApproveRefundCommand> {
  protected readonly scope = 'refund.approve';

  protected step(
    { money }: StepFacts,
    refund: StoredRefund,
    { id, approved, note, actor: { subject: by }, newId }: ApproveRefundCommand,
    at: Temporal.Instant,
  ): Step {
    const { rest, ...decided } = approveRefund(refund, { approved, by, collectedBy: collectorsOf(money, refund) });
    const { money: after } = stepped(money, refund, { ...decided, decidedAt: at, decidedBy: by, note });
    const left: StoredRefund = {
      ...{ ...refund, id: newId(), version: 1, status: 'listed', amount: rest, proposal: null, restOf: id },
      ...{ decidedAt: null, decidedBy: null, note: null },
    };
    const { status, amount } = decided;
    return {
      after: rest > 0 ? { ...after, refunds: [...after.refunds, left] } : after,
      action: approved ? 'refundApproved' : 'refundSentBack',
      detail: { refundId: id, status, amount, rest },
    };
  }
}

/** Who took the money that it gives back. */
const collectorsOf = ({ entries }: Money, { orderId: of }: StoredRefund): readonly (string | null)[] =>
  standing(entries)
    .filter(({ kind, orderId }) => kind !== 'refund' && (of === null || orderId === of))
    .map(({ collectedBy }) => collectedBy);
