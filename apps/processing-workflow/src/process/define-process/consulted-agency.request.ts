import { Nested, OneOf, Text } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';
import { StepTermRequest } from './step-term.request.js';

export class ConsultedAgencyRequest {
  @Text({ max: 40, description: 'competent, receiving, or the identifier of an agency' }) readonly agency!: string;
  @OneOf(STEP_ROLES, { description: 'Who answers there' }) readonly role!: StepRole;
  @Nested(() => StepTermRequest, { description: 'How long it may take to answer' }) readonly term!: StepTermRequest;
}
