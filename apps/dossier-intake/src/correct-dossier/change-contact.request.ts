import { LANGUAGES, type Language } from '@motcua/contracts';
import { Nested, OneOf, Text } from '@motcua/platform';
import { DeliveryRequest } from '../asked-fields/delivery.request.js';

/** How to reach the applicant and how to hand over the result; what is left out stays. */
export class ChangeContactRequest {
  @Text({ optional: true, nullable: true, max: 20 }) readonly phone?: string | null;
  @Text({ optional: true, nullable: true, max: 254 }) readonly email?: string | null;
  @Text({ optional: true, nullable: true, max: 500 }) readonly address?: string | null;
  @Nested(() => DeliveryRequest, { optional: true }) readonly delivery?: DeliveryRequest;
  @OneOf(LANGUAGES, { optional: true }) readonly language?: Language;
}
