import { Text } from '@motcua/platform';

export class DueCancellationRequest {
  @Text({ max: 1000, description: 'Reason that the applicant reads (R21)' }) readonly reason!: string;
}
