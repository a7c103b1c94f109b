import { CorrectionReason } from '../shapes/correction-reason.js';
import { PolicyContentShape } from '../shapes/policy-content.shape.js';

export class MaintainPolicyRequest extends PolicyContentShape {
  @CorrectionReason() readonly reason: string | null = null;
}
