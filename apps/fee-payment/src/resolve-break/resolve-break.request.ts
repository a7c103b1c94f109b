import { Text } from '@motcua/platform';

export class ResolveBreakRequest {
  @Text({ max: 1000, description: 'What was done about it, for whoever audits: no personal data' })
  readonly note!: string;
}
