import { Text } from '@motcua/platform';

export class RevokeResultRequest {
  @Text({ description: 'Why the result holds no more; the applicant reads it (R21)' })
  readonly reason!: string;
}
