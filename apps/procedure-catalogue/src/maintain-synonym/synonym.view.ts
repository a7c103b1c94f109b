import { Text, Whole } from '@motcua/platform';
import { MaintainSynonymRequest } from './maintain-synonym.request.js';

export class SynonymView extends MaintainSynonymRequest {
  @Text({ example: 'giay-chung-nhan-quyen-su-dung-dat' })
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
