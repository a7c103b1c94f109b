import { IDENTITY_TYPES, type IdentityType } from '@motcua/dossier-domain';
import { OneOf, Text } from '@motcua/platform';

export class IdentityRequest {
  @OneOf(IDENTITY_TYPES)
  readonly type!: IdentityType;

  @Text({ max: 40, description: 'Stored encrypted; events and logs carry only its keyed hash' })
  readonly number!: string;
}
