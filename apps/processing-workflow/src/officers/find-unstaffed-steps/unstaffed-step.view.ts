import { InstantText, OneOf, Text, Whole } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';

/** Tasks of an agency that nobody of the register may claim today. */
export class UnstaffedStepView {
  @Text() readonly agency!: string;
  @Text() readonly agencyName!: string;
  @OneOf(STEP_ROLES) readonly role!: StepRole;
  @Whole({ description: 'Open tasks without a holder; counting stops at 1000' }) readonly waiting!: number;
  @InstantText({ description: 'Since when the first of them is open' }) readonly oldestOpenedAt!: string;
}
