import { Flag, Text } from '@motcua/platform';

export class OpinionRequest {
  @Text({ max: 60, pattern: /^[A-Za-z][\w-]*$/ }) readonly code!: string;
  @Text({ max: 200 }) readonly name!: string;
  @Flag({ optional: true }) readonly requiresReason?: boolean;
}
