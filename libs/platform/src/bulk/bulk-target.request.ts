import { Text, Uuid } from '@motcua/fields';

export class BulkTargetRequest {
  @Uuid() readonly id!: string;
  @Text({ max: 12, pattern: /^"\d{1,9}"$/, description: 'The ETag that was seen', example: '"3"' })
  readonly etag!: string;
}
