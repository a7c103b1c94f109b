import { DIFFERENCE_KINDS, type DifferenceKind } from '@motcua/catalogue-domain';
import { OneOf, Text } from '@motcua/platform';

export class DecisionFilterRequest {
  @OneOf(DIFFERENCE_KINDS, { optional: true }) readonly kind?: DifferenceKind;
  @Text({ optional: true, max: 100, description: 'Those behind this code: `next` of the answer before' })
  readonly after?: string;
}
