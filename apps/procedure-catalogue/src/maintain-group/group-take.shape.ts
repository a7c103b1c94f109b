import { GROUP_TAKES, type GroupTakeKind } from '@motcua/contracts';
import { OneOf, Text } from '@motcua/platform';

export class GroupTakeShape {
  @Text({ max: 60, description: 'Code of an earlier procedure of the group', example: '1.001193' })
  readonly from!: string;

  @OneOf(GROUP_TAKES, { description: 'Whether its result is taken over, or a paper that was given there' })
  readonly kind!: GroupTakeKind;

  @Text({ max: 200, description: 'Code of the result or component there', example: 'KQ.G15.000031' })
  readonly code!: string;

  @Text({ max: 200, description: 'Code of the component here', example: 'GIAY-KHAI-SINH' })
  readonly as!: string;
}
