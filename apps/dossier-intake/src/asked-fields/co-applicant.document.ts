import { Nested, Text } from '@motcua/platform';
import { IdentityRequest } from './identity.request.js';

/** Who applies beside the applicant (the other spouse, a co-owner), as it is given and shown. */
export class CoApplicantDocument {
  @Nested(() => IdentityRequest) readonly identity!: IdentityRequest;
  @Text({ max: 200, example: 'Võ Văn Mẫu' }) readonly fullName!: string;
  @Text({ optional: true, nullable: true, max: 20 }) readonly phone?: string | null;
  @Text({ optional: true, nullable: true, max: 500 }) readonly address?: string | null;
}
