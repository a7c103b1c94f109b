import { Injectable } from '@nestjs/common';
import { proposeRefund } from '@motcua/fee-domain';
import type { StoredRefund } from '../persistence/refunds.js';
import type { Step, StepFacts } from '../settlement/money-step.js';
import { type OfRefund, RefundStep, stepped } from './refund-step.js';

interface ProposeRefundCommand extends OfRefund {
  readonly decision: 'refund' | 'keep';
  /** đồng; absent: all of it. */
  readonly amount?: number;
  readonly note: string;
}

/** The cashier proposes by policy what becomes of a listed refund. @rule R16 */
@Injectable()
export class ProposeRefund extends RefundStep<ProposeRefundCommand> {
  protected readonly scope = 'payment.reconcile';

  protected step(
    { money }: StepFacts,
    refund: StoredRefund,
    { id, decision, amount, note, actor: { subject: by } }: ProposeRefundCommand,
    at: Temporal.Instant,
  ): Step {
    const proposal = proposeRefund(refund, { decision, by, note, ...(amount !== undefined && { amount }) });
    return {
      after: stepped(money, refund, { status: 'proposed', proposal, decidedAt: at, decidedBy: by, note }).money,
      action: 'refundProposed',
      detail: { refundId: id, decision, amount: proposal.amount, listed: refund.amount },
    };
  }
}
