import { JsonObject } from '@motcua/platform';
import { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';

export class CompleteSupplementRequest extends OnBehalfRequest {
  @JsonObject({ optional: true, description: 'The corrected form data, whole, where fields were asked for' })
  readonly formData?: Record<string, unknown>;
}
