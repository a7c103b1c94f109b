import { Flag, JsonObject, Nested } from '@motcua/platform';
import { CorrectedApplicantRequest } from './corrected-applicant.request.js';
import { OnBehalfRequest } from '../on-behalf/on-behalf.request.js';

export class CompleteSupplementRequest extends OnBehalfRequest {
  @Flag({
    optional: true,
    description:
      'Gives what there is, and the rest later: the request stays open until all of it is there, its deadline stays',
  })
  readonly partly?: boolean;

  @JsonObject({ optional: true, description: 'The corrected form data, whole, where fields were asked for' })
  readonly formData?: Record<string, unknown>;

  @Flag({
    optional: true,
    description: 'A supplement that changes the fee is refused (409, with both amounts) until it is confirmed',
  })
  readonly confirmed?: boolean;

  @Nested(() => CorrectedApplicantRequest, {
    optional: true,
    description: 'Corrections of the applicant that the request asks for; other fields stay as they are',
  })
  readonly applicant?: CorrectedApplicantRequest;
}
