import { ApiProperty } from '@nestjs/swagger';
import { BasisPoints, Nested, Whole } from '@motcua/platform';
import { TargetOfView } from './target-of.view.js';

export class OnlineShareView {
  @Whole() readonly count!: number;
  @Whole() readonly of!: number;
  @BasisPoints({ nullable: true, description: 'Null where there is nothing to divide by' })
  readonly share!: number | null;
  @Nested(() => TargetOfView, { nullable: true }) readonly target!: TargetOfView | null;
  @ApiProperty({ type: 'boolean', nullable: true, description: 'By the counts; null without a target or a share' })
  readonly reached!: boolean | null;
}
