import { ListOf, OneOf, Text } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';
import { OutcomeRequest } from './outcome.request.js';

export class StepRequest {
  @Text({ max: 60, pattern: /^[A-Za-z][\w-]*$/ }) readonly code!: string;
  @Text({ max: 200 }) readonly name!: string;
  @OneOf(STEP_ROLES) readonly role!: StepRole;
  @OneOf(['competent', 'receiving'], { optional: true, description: 'Whose officers do it; competent when absent' })
  readonly agency?: 'competent' | 'receiving';
  @ListOf(() => OutcomeRequest, { min: 1, max: 20 }) readonly outcomes!: readonly OutcomeRequest[];
}
