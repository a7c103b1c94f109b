import { InstantText, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { BREAK_KINDS, type BreakKind } from '../shared/vocabulary.js';

/**
 * What we know of a payment and what another party says differ; a person must look. Key: dossierId. Producer: fee-
 * payment.
 */
export class PaymentBreakFoundV1 {
  static readonly type = 'vn.motcua.payment.break-found.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Nullable() @Uuid() readonly orderId!: string | null;
  @Text() readonly reference!: string;
  @OneOf(BREAK_KINDS) readonly kind!: BreakKind;
  /** Amount in đồng, or the receipt number, as we have it. */
  @Nullable() @Text() readonly ours!: string | null;
  @Nullable() @Text() readonly theirs!: string | null;
  @InstantText() readonly foundAt!: string;
}
