import { ApiProperty } from '@nestjs/swagger';
import { InstantText, Text } from '@motcua/platform';

/** One step of how a due date came about. */
export class DeadlineStepView {
  @Text({ description: 'Number of the rule' }) readonly rule!: string;
  @InstantText({ nullable: true }) readonly from!: string | null;
  @InstantText({ nullable: true }) readonly to!: string | null;
  @ApiProperty({ type: 'number', required: false, description: 'Working minutes that the step counts, a decimal' })
  readonly workingMinutes?: number;
  @ApiProperty({ type: 'boolean', required: false, description: 'These minutes were thrown away by a restart' })
  readonly discarded?: true;
  @Text({ description: "A sentence in the caller's language" }) readonly explanation!: string;
}
