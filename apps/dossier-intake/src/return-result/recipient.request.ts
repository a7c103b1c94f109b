import { Nested, OneOf, Text } from '@motcua/platform';
import { IdentityRequest } from '../asked-fields/identity.request.js';

const CAPACITIES = ['applicant', 'authorised'] as const;

/** The person to whom the result is handed. */
export class RecipientRequest {
  @OneOf(CAPACITIES, { description: 'applicant: who applied. authorised: another person, by an authorisation' })
  readonly capacity!: (typeof CAPACITIES)[number];

  @Text({ max: 200, example: 'Nguyễn Văn Mẫu' }) readonly fullName!: string;
  @Nested(() => IdentityRequest, { optional: true }) readonly identity?: IdentityRequest;

  @Text({
    optional: true,
    max: 300,
    example: 'Giấy ủy quyền số 12/2026 ngày 30/11/2026',
    description: 'Number and date of the authorisation; needed where another person than the applicant receives it',
  })
  readonly authorisation?: string;
}
