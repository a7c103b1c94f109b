import { BulkTargetRequest, Text } from '@motcua/platform';

/** One dossier of a bag. */
export class ReturnedItemRequest extends BulkTargetRequest {
  @Text({ optional: true, nullable: true, max: 60, description: 'Tracking number of its parcel' })
  readonly trackingNumber?: string | null;
}
