import { InstantText, Text, Uuid } from '../shared/fields.js';

/** A citizen asked at the national portal to withdraw a dossier. Key: dossierId. Producer: national-portal. */
export class PortalWithdrawalReceivedV1 {
  static readonly type = 'vn.motcua.portal.withdrawal-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @Text() readonly requestId!: string;
  @Text() readonly reason!: string;
  @InstantText() readonly receivedAt!: string;
}
