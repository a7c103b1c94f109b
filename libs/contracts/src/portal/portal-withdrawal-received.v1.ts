import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/** A citizen asked at the national portal to withdraw a dossier. Key: dossierId. Producer: national-portal. */
export class PortalWithdrawalReceivedV1 {
  static readonly type = 'vn.motcua.portal.withdrawal-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly requestId!: string;
  @AnyText() readonly reason!: string;
  @AnyInstant() readonly receivedAt!: string;
}
