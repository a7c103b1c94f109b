import { Amount, AnyInstant, AnyText, AnyTextList, OneOf, Uuid } from '@motcua/fields';
import { REFUND_STEPS, type RefundStep } from '../shared/vocabulary.js';

/**
 * What became of a listed refund: approved, paid back, not paid back as yet (it is tried again), or kept (R16). Key:
 * dossierId. Producer: fee-payment.
 */
export class RefundMovedV1 {
  static readonly type = 'vn.motcua.payment.refund-moved.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Uuid() readonly refundId!: string;
  @Amount() readonly amount!: number;
  @OneOf(REFUND_STEPS) readonly status!: RefundStep;
  /** Reason and policy, for the applicant to read. */
  @AnyText({ nullable: true }) readonly note!: string | null;
  /** Numbers of the receipts that adjust others by what was paid back; each is told of with its paper. Absent: nobody knew of such. */
  @AnyTextList({ optional: true }) readonly adjustedBy?: readonly string[];
  @AnyInstant() readonly at!: string;
}
