import { Flag, OneOf, Text } from '@motcua/platform';
import { type Decision, DECISIONS } from '@motcua/processing-domain';

export class OutcomeRequest {
  @Text({ max: 60, pattern: /^[A-Za-z][\w-]*$/ }) readonly code!: string;
  @Text({ max: 200 }) readonly name!: string;
  @Text({ max: 60, nullable: true, description: 'Code of the next step; null completes the case' })
  readonly to!: string | null;
  @OneOf(DECISIONS, { optional: true }) readonly decision?: Decision;
  @Flag({ optional: true }) readonly requiresReason?: boolean;
  @Flag({ optional: true, description: 'Signs the results of the case; for steps of leaders' })
  readonly signs?: boolean;
}
