import { DELIVERY_METHODS, type DeliveryMethod } from '@motcua/dossier-domain';
import { OneOf, Text } from '@motcua/platform';

/** How the applicant wants the result. */
export class DeliveryView {
  @OneOf(DELIVERY_METHODS) readonly method!: DeliveryMethod;
  @Text({ nullable: true }) readonly address!: string | null;
}
