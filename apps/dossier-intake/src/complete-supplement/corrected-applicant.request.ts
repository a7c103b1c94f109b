import { Text } from '@motcua/platform';

/** Fields of the applicant that a supplement request may ask to be corrected. */
export class CorrectedApplicantRequest {
  @Text({ optional: true, max: 200 }) readonly fullName?: string;
  @Text({ optional: true, max: 20 }) readonly phone?: string;
  @Text({ optional: true, max: 200 }) readonly email?: string;
  @Text({ optional: true, max: 500 }) readonly address?: string;
}
