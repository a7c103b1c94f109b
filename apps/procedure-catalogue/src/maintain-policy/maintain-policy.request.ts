import { PolicyContentShape } from '../shapes/policy-content.shape.js';

export class MaintainPolicyRequest extends PolicyContentShape {}
