import { DELIVERY_METHODS, type DeliveryMethod } from '@motcua/dossier-domain';
import { Nested, OneOf, Text, TextList } from '@motcua/platform';
import { RecipientRequest } from './recipient.request.js';

export class ReturnResultRequest {
  @OneOf(DELIVERY_METHODS)
  readonly method!: DeliveryMethod;

  @Text({
    optional: true,
    nullable: true,
    max: 60,
    description: 'Tracking number of the parcel; only for a return by post',
  })
  readonly trackingNumber?: string | null;

  @Nested(() => RecipientRequest, { optional: true, description: 'Kept sealed; needed for a return at the counter' })
  readonly receivedBy?: RecipientRequest;

  @TextList({ optional: true, max: 200, description: 'Codes of the components whose originals were given back' })
  readonly originals?: readonly string[];
}
