import { Text } from '@motcua/platform';

export class AcknowledgeRecordRequest {
  @Text({ max: 500, description: 'Why it is left at the refusal, without personal data' }) readonly reason!: string;
}
