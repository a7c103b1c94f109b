import { APPLICANT_KINDS, type ApplicantKind } from '@motcua/dossier-domain';
import { Nested, OneOf, Text } from '@motcua/platform';
import { IdentityRequest } from '../asked-fields/identity.request.js';

/** What of the applicant is otherwise; what is left out stays. */
export class CorrectedApplicantRequest {
  @OneOf(APPLICANT_KINDS, { optional: true }) readonly kind?: ApplicantKind;
  @Nested(() => IdentityRequest, { optional: true }) readonly identity?: IdentityRequest;
  @Text({ optional: true, max: 200, example: 'Nguyễn Thị Mẫu' }) readonly fullName?: string;
  @Text({ optional: true, nullable: true, max: 20 }) readonly phone?: string | null;
  @Text({ optional: true, nullable: true, max: 254 }) readonly email?: string | null;
  @Text({ optional: true, nullable: true, max: 500 }) readonly address?: string | null;
}
