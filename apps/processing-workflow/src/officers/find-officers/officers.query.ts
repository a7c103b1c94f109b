import { OneOf, PageQuery, Text } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';

export class OfficersQuery extends PageQuery {
  @Text({
    max: 40,
    names: 'agency',
    description: 'An agency: its officers are listed, and those of the agencies above it',
  })
  readonly agency!: string;

  @OneOf(STEP_ROLES, { optional: true }) readonly role?: StepRole;
}
