import { ListOf, Text } from '@motcua/platform';
import { GroupTakeShape } from './group-take.shape.js';

export class GroupStepShape {
  @Text({ max: 60, example: '1.004222' })
  readonly procedure!: string;

  @ListOf(() => GroupTakeShape, { max: 20 })
  readonly takes!: readonly GroupTakeShape[];
}
