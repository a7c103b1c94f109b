import { Amount, AnyInstant, OneOf, Uuid } from '@motcua/fields';
import { REFUND_REASONS, type RefundReason } from '../shared/vocabulary.js';

/** A refund is listed for the cashier to decide by policy (R16). Key: dossierId. Producer: fee-payment. */
export class RefundListedV1 {
  static readonly type = 'vn.motcua.payment.refund-listed.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Amount() readonly amount!: number;
  @OneOf(REFUND_REASONS) readonly reason!: RefundReason;
  @AnyInstant() readonly listedAt!: string;
}
