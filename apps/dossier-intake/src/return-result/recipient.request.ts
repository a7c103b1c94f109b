import { RECIPIENT_CAPACITIES, type Recipient } from '@motcua/dossier-domain';
import { Nested, OneOf, Text } from '@motcua/platform';
import { IdentityRequest } from '../asked-fields/identity.request.js';

/** The person to whom the result is handed. */
export class RecipientRequest implements Recipient {
  @OneOf(RECIPIENT_CAPACITIES, {
    description:
      'coApplicant: by identity one of those whom the dossier names. authorised: who the dossier authorises to collect, or another by an authorisation',
  })
  readonly capacity!: Recipient['capacity'];

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
