import { Text } from '@motcua/platform';

export class FailRefundRequest {
  @Text({ max: 1000, description: 'Why the money could not be paid back, shown to the applicant' })
  readonly note!: string;
}
