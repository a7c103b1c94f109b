import { DELIVERY_METHODS, type DeliveryMethod } from '@motcua/dossier-domain';
import { OneOf, Text } from '@motcua/platform';

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
}
