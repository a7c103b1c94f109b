import { Text, Whole } from '@motcua/platform';
import { KeepPolicyRequest } from './keep-policy.request.js';

export class PolicyView extends KeepPolicyRequest {
  @Text()
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
