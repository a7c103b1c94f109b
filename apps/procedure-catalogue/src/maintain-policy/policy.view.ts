import { Text, Whole } from '@motcua/platform';
import { PolicyContentShape } from '../shapes/policy-content.shape.js';

export class PolicyView extends PolicyContentShape {
  @Text()
  readonly code!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
