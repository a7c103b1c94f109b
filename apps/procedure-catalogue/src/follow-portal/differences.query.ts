import {
  DIFFERENCE_KINDS,
  DIFFERENCE_STATES,
  type DifferenceKind,
  type DifferenceState,
} from '@motcua/catalogue-domain';
import { OneOf, PageQuery } from '@motcua/platform';

export class DifferencesQuery extends PageQuery {
  @OneOf(DIFFERENCE_STATES, { optional: true, description: 'open: differences that wait for a decision' })
  readonly state?: DifferenceState;

  @OneOf(DIFFERENCE_KINDS, { optional: true }) readonly kind?: DifferenceKind;
}
