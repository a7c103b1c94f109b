import { Day, OneOf, PageQuery, Text } from '@motcua/platform';

export class TrackingBookQuery extends PageQuery {
  @Day({ description: 'First day of the period, in Vietnam: dossiers accepted from then on' })
  readonly from!: string;

  @Day({ description: 'Last day of the period' })
  readonly to!: string;

  @Text({
    optional: true,
    max: 40,
    names: 'agency',
    description: "An agency, with all below it; the caller's own when absent",
  })
  readonly agency?: string;

  @OneOf(['receiving', 'competent'], {
    optional: true,
    description: 'receiving (default): what the agency received. competent: what it decides on',
  })
  readonly by: 'receiving' | 'competent' = 'receiving';
}
