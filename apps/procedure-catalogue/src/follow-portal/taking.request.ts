import { Text } from '@motcua/platform';

export class TakingRequest {
  @Text({ optional: true, nullable: true, max: 1000 }) readonly reason: string | null = null;
}
