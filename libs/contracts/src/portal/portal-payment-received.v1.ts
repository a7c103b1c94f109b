import { Amount, AnyInstant, AnyText, Uuid } from '@motcua/fields';
/** The national portal took a payment for a dossier. Key: dossierId. Producer: national-portal. */
export class PortalPaymentReceivedV1 {
  static readonly type = 'vn.motcua.portal.payment-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly requestId!: string;
  /** The portal's own number of the transaction. */
  @AnyText() readonly transaction!: string;
  @Amount() readonly amount!: number;
  @AnyInstant() readonly paidAt!: string;
}
