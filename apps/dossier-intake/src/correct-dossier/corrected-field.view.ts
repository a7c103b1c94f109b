import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@motcua/platform';

export class CorrectedFieldView {
  @Text({ description: 'JSON pointer' }) readonly field!: string;
  @ApiProperty({ type: Object, nullable: true, description: 'Former value: any JSON; null where there was none' })
  readonly before!: unknown;
  @ApiProperty({ type: Object, nullable: true, description: 'New value: any JSON; null where there is none' })
  readonly after!: unknown;
}
