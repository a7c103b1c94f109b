import { OneOf, Whole } from '@motcua/platform';
import { STEP_TERM_UNITS, type StepTerm } from '@motcua/processing-domain';

export class StepTermRequest {
  @Whole({ min: 1, max: 2_000 }) readonly amount!: number;
  @OneOf(STEP_TERM_UNITS, { description: 'Working time; a working day is 8 working hours (R4)' })
  readonly unit!: StepTerm['unit'];
}
