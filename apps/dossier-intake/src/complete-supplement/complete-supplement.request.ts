import { JsonObject } from '@motcua/platform';

export class CompleteSupplementRequest {
  @JsonObject({ optional: true, description: 'The corrected form data, whole, where fields were asked for' })
  readonly formData?: Record<string, unknown>;
}
