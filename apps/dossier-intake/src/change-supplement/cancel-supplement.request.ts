import { Text } from '@motcua/platform';

export class CancelSupplementRequest {
  @Text({ max: 2000, description: 'A sentence for the applicant (R21)' }) readonly reason!: string;
}
