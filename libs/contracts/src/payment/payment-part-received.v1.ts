import { Amount, AnyInstant, AnyText, OneOf, Uuid } from '@motcua/fields';
import { PAYMENT_METHODS, type PaymentMethod } from '../shared/vocabulary.js';

/** A part of what a dossier owes is here; it settles nothing until the rest has come. Key: dossierId. Producer: fee-payment. */
export class PaymentPartReceivedV1 {
  static readonly type = 'vn.motcua.payment.part-received.v1';
  static readonly topic = 'motcua.payment';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly reference!: string;
  @OneOf(PAYMENT_METHODS) readonly method!: PaymentMethod;
  @Amount() readonly amount!: number;
  /** Of what its order collects. */
  @Amount() readonly stillOwed!: number;
  @AnyInstant() readonly receivedAt!: string;
}
