import { Text, Whole } from '@motcua/platform';
import { MaintainGroupRequest } from './maintain-group.request.js';

export class GroupView extends MaintainGroupRequest {
  @Text({ example: 'KHAI-SINH-CU-TRU-BHYT' })
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
