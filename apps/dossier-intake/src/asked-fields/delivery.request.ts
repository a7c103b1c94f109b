import { DELIVERY_METHODS, type DeliveryMethod } from '@motcua/dossier-domain';
import { OneOf, Text } from '@motcua/platform';

/** How the applicant wants the result. */
export class DeliveryRequest {
  @OneOf(DELIVERY_METHODS)
  readonly method!: DeliveryMethod;

  @Text({ optional: true, nullable: true, max: 500, description: 'Needed for delivery by post' })
  readonly address?: string | null;
}
