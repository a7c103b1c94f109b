import { Nested, OneOf, Text } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';
import { StepTermRequest } from '../step-term.request.js';

export class ConsultedAgencyRequest {
  @Text({ max: 40, description: 'competent, receiving, or the identifier of an agency' }) readonly agency!: string;
  @OneOf(STEP_ROLES, { description: 'Role that answers' }) readonly role!: StepRole;
  @Nested(() => StepTermRequest, { description: 'Time limit for the answer' }) readonly term!: StepTermRequest;
}
