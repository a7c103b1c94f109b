import { ListOf, Nested, OneOf, Text } from '@motcua/platform';
import {
  type Join,
  JOINS,
  type Silence,
  SILENCES,
  STEP_KINDS,
  STEP_ROLES,
  type StepKind,
  type StepRole,
} from '@motcua/processing-domain';
import { ConsultedAgencyRequest } from './consulted-agency.request.js';
import { OpinionRequest } from './opinion.request.js';
import { OutcomeRequest } from './outcome.request.js';
import { StepTermRequest } from '../step-term.request.js';

export class StepRequest {
  @Text({ max: 60, pattern: /^[A-Za-z][\w-]*$/ }) readonly code!: string;
  @Text({ max: 200 }) readonly name!: string;
  @OneOf(STEP_KINDS, { optional: true, description: "An officer's task when absent; or a consultation of agencies" })
  readonly kind?: StepKind;
  @OneOf(STEP_ROLES, { optional: true, description: 'Of a task: who may hold it' }) readonly role?: StepRole;
  @Text({
    optional: true,
    max: 40,
    description:
      'Of a task: whose officers do it: competent (when absent), receiving, or the identifier of an agency (R23)',
  })
  readonly agency?: string;
  @Nested(() => StepTermRequest, { optional: true, description: 'Of a task: how long it may take' })
  readonly term?: StepTermRequest;
  @ListOf(() => OutcomeRequest, { optional: true, min: 1, max: 20, description: 'Of a task: how it may end' })
  readonly outcomes?: readonly OutcomeRequest[];
  @ListOf(() => ConsultedAgencyRequest, {
    optional: true,
    min: 1,
    max: 30,
    description: 'Of a consultation: who is asked',
  })
  readonly ask?: readonly ConsultedAgencyRequest[];
  @OneOf(JOINS, {
    optional: true,
    description:
      'Of a consultation, when it is over: all have answered; any one has; or, when absent, each has answered or let its time pass (deadlinePassed)',
  })
  readonly join?: Join;
  @OneOf(SILENCES, {
    optional: true,
    description: 'Of a consultation: meaning of the silence of an agency that lets its time pass; consent when absent',
  })
  readonly silence?: Silence;
  @ListOf(() => OpinionRequest, {
    optional: true,
    min: 1,
    max: 20,
    description: 'Of a consultation: what may be answered; agree and, with a reason, disagree when absent',
  })
  readonly opinions?: readonly OpinionRequest[];
  @Text({ optional: true, max: 60, description: 'Of a consultation: code of the step that goes on with the opinions' })
  readonly to?: string;
}
