import { OneOf, Text, Uuid } from '@motcua/platform';
import { REQUEST_KINDS, type RequestKind } from '../persistence/received-requests.js';

/** What the portal is answered: the same for an unchanged repeat. */
export class ReceivedRequestView {
  @Uuid() readonly id!: string;
  @OneOf(REQUEST_KINDS) readonly kind!: RequestKind;
  @Text({ description: 'MaYeuCau, by which a repeat is known' }) readonly requestId!: string;
  @Uuid() readonly dossierId!: string;
}
