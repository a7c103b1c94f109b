import { APPLICANT_KINDS, type ApplicantKind } from '@motcua/dossier-domain';
import { Nested, OneOf, Text } from '@motcua/platform';
import { IdentityRequest } from '../asked-fields/identity.request.js';

/** Chủ hồ sơ. */
export class ApplicantRequest {
  @OneOf(APPLICANT_KINDS)
  readonly kind!: ApplicantKind;

  @Nested(() => IdentityRequest)
  readonly identity!: IdentityRequest;

  @Text({ max: 200, example: 'Nguyễn Thị Mẫu' })
  readonly fullName!: string;

  @Text({ optional: true, nullable: true, max: 20, example: '+84900000001' })
  readonly phone?: string | null;

  @Text({ optional: true, nullable: true, max: 254, example: 'mau@example.test' })
  readonly email?: string | null;

  @Text({ optional: true, nullable: true, max: 500 })
  readonly address?: string | null;
}
