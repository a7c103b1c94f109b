import { AnyInstant, AnyText, OneOf, Uuid } from '@motcua/fields';
import { BREAK_KINDS, type BreakKind } from '../shared/vocabulary.js';

/**
 * What we know of a payment and what another party says differ; a person must look. Key: dossierId. Producer: fee-
 * payment.
 */
export class PaymentBreakFoundV1 {
  static readonly type = 'vn.motcua.payment.break-found.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Uuid({ nullable: true }) readonly orderId!: string | null;
  @AnyText() readonly reference!: string;
  @OneOf(BREAK_KINDS) readonly kind!: BreakKind;
  /** Amount in đồng, or the receipt number, as we have it. */
  @AnyText({ nullable: true }) readonly ours!: string | null;
  @AnyText({ nullable: true }) readonly theirs!: string | null;
  @AnyInstant() readonly foundAt!: string;
}
