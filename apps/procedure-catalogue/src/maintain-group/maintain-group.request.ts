import { Flag, ListOf, Text } from '@motcua/platform';
import { GroupStepShape } from './group-step.shape.js';

export class MaintainGroupRequest {
  @Text({ max: 300, example: 'Liên thông đăng ký khai sinh, đăng ký thường trú' })
  readonly name!: string;

  @Text({ max: 1000, example: 'Nghị định số 63/2024/NĐ-CP' })
  readonly legalBasis!: string;

  @ListOf(() => GroupStepShape, { min: 2, max: 10, description: 'In the order in which they are decided' })
  readonly steps!: readonly GroupStepShape[];

  @Flag({ optional: true, description: 'False: no new dossiers are taken as a group' })
  readonly active: boolean = true;
}
