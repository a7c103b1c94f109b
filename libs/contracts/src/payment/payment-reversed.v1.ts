import { Amount, AnyInstant, AnyText, AnyTextList, EachOneOf, Nested, OneOf, Uuid } from '@motcua/fields';
import { COLLECTION_TIMES, PAYMENT_METHODS, type CollectionTime, type PaymentMethod } from '../shared/vocabulary.js';
import { DueNothingMore } from './due-nothing-more.js';

/**
 * A mistake of the counter is undone: what was entered as received was not, or not for this dossier, so that what it had paid is
 * owed again. Key: dossierId. Producer: fee-payment.
 */
export class PaymentReversedV1 {
  static readonly type = 'vn.motcua.payment.reversed.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @Uuid() readonly orderId!: string;
  @AnyText() readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @Amount() readonly amount!: number;
  /** Collection times that were paid by it and are owed again; none where it was a part, or more than was owed. */
  @EachOneOf(COLLECTION_TIMES) readonly collectedAt!: readonly CollectionTime[];
  /** Of the demand (status 6) that is owed again; null: none is. */
  @AnyInstant({ nullable: true }) readonly demandedAt!: string | null;
  @Nested(() => DueNothingMore) readonly dueNothingMore!: DueNothingMore;
  /** Numbers of the receipts that are void by it. */
  @AnyTextList() readonly voidReceipts!: readonly string[];
  /** What went wrong, for the applicant to read. */
  @AnyText() readonly note!: string;
  @AnyInstant() readonly reversedAt!: string;
}
