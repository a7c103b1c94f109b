import { PageQuery, Text } from '@motcua/platform';

export class UnstaffedStepsQuery extends PageQuery {
  @Text({ optional: true, max: 40, names: 'agency', description: 'An agency, with all below it; my own when left out' })
  readonly agency?: string;
}
