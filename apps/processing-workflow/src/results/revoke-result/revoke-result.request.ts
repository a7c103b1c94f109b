import { Text } from '@motcua/platform';

export class RevokeResultRequest {
  @Text({ description: 'Reason for the revocation, shown to the applicant (R21)' })
  readonly reason!: string;
}
