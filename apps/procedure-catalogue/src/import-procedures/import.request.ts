import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Flag } from '@motcua/platform';

export class ImportRequest {
  @Flag({ optional: true, description: 'Tells what would happen, and changes nothing' })
  readonly dryRun: boolean = false;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    minItems: 1,
    maxItems: 200,
    description:
      'Procedures as the detail API of the national portal gives them, as its service LayThuTuc does, or the headline fields of crawled text',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  readonly items!: readonly unknown[];
}
