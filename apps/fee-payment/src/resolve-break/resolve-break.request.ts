import { Text } from '@motcua/platform';

export class ResolveBreakRequest {
  @Text({ max: 1000, description: 'Action taken, for the audit; no personal data' })
  readonly note!: string;
}
