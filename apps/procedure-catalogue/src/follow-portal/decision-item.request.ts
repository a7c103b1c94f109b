import { Text } from '@motcua/platform';

export class DecisionItemRequest {
  @Text({ max: 100, example: '1.001686' }) readonly procedure!: string;
  @Text({ max: 12, pattern: /^"\d{1,9}"$/, description: 'The ETag that was seen', example: '"3"' })
  readonly etag!: string;
}
