import { TERM_UNITS, type TermUnit } from '@motcua/contracts';
import { OneOf, Whole } from '@motcua/platform';

export class TermShape {
  @Whole({ optional: true, min: 1, description: 'Absent for sameDay alone (R7)' })
  readonly amount?: number;

  @OneOf(TERM_UNITS)
  readonly unit!: TermUnit;
}
