import type { Actor } from '@motcua/platform';
import type { Money } from '../persistence/money.js';
import type { StoredRefund } from '../persistence/refunds.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyStep } from '../settlement/money-step.js';
import type { RefundView } from './refund.view.js';
import { refundView } from './show-refund.js';

export interface OfRefund {
  readonly id: string;
  /** As the officer saw it. */
  readonly version: number;
  readonly actor: Actor;
}

/** One step of a refund. */
export abstract class RefundStep<Command extends OfRefund> extends MoneyStep<Command, StoredRefund, RefundView> {
  protected readonly table = 'refund';

  protected rowOf({ refunds }: Money, { id }: Command): StoredRefund {
    return refunds.find((one) => one.id === id)!;
  }

  protected view(refund: StoredRefund): RefundView {
    return refundView(refund);
  }
}

/** The refund as it is after a step of an officer. */
export function stepped(
  money: Money,
  refund: StoredRefund,
  change: Partial<StoredRefund> & Pick<StoredRefund, 'decidedAt' | 'decidedBy'>,
): { readonly refund: StoredRefund; readonly money: Money } {
  const after = { ...refund, version: refund.version + 1, ...change };
  return { refund: after, money: { ...money, refunds: withRow(money.refunds, after) } };
}
