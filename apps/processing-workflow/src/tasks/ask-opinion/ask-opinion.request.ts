import { Nested, OneOf, Text } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';
import { StepTermRequest } from '../../process/step-term.request.js';

export class AskOpinionRequest {
  @Text({ max: 40, description: 'Identifier of the agency that is asked (R2)' }) readonly agency!: string;
  @OneOf(STEP_ROLES, { optional: true, description: 'Role that answers; specialist when absent' })
  readonly role?: StepRole;
  @Nested(() => StepTermRequest, { description: 'Time limit for the answer' }) readonly term!: StepTermRequest;
  @Text({ max: 2000, description: 'The question' }) readonly question!: string;
}
