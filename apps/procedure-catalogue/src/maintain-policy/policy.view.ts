import { Text, Whole } from '@motcua/platform';
import { MaintainPolicyRequest } from './maintain-policy.request.js';

export class PolicyView extends MaintainPolicyRequest {
  @Text()
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
