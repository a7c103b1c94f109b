import { Amount, AnyInstant, AnyText, EachOneOf, Nested, OneOf, Uuid } from '@motcua/fields';
import { COLLECTION_TIMES, PAYMENT_METHODS, type CollectionTime, type PaymentMethod } from '../shared/vocabulary.js';
import { DueNothingMore } from './due-nothing-more.js';

/** Money for a dossier is here: paid, not yet reconciled. Key: dossierId. Producer: fee-payment. */
export class PaymentReceivedV1 {
  static readonly type = 'vn.motcua.payment.received.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Uuid() readonly orderId!: string;
  @AnyText() readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @Amount() readonly amount!: number;
  @AnyInstant() readonly paidAt!: string;
  /** The platform's or the bank's number. */
  @AnyText({ nullable: true }) readonly transaction!: string | null;
  /** Collection times of the lines settled. */
  @EachOneOf(COLLECTION_TIMES) readonly collectedAt!: readonly CollectionTime[];
  /** Of the last demand (status 6) that it settles: who made it, or a later one, knows by that which is paid. Null: it settles none. */
  @AnyInstant({ nullable: true }) readonly demandedAt!: string | null;
  /** As payment knew it: it may not have heard yet of a correction or a demand. */
  @Nested(() => DueNothingMore) readonly dueNothingMore!: DueNothingMore;
}
