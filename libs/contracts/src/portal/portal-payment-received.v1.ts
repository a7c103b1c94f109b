import { Amount, InstantText, Text, Uuid } from '../shared/fields.js';

/** The national portal took a payment for a dossier. Key: dossierId. Producer: national-portal. */
export class PortalPaymentReceivedV1 {
  static readonly type = 'vn.motcua.portal.payment-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @Text() readonly requestId!: string;
  /** The portal's own number of the transaction. */
  @Text() readonly transaction!: string;
  @Amount() readonly amount!: number;
  @InstantText() readonly paidAt!: string;
}
