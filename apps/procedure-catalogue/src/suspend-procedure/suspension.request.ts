import { Day, Text } from '@motcua/platform';

export class SuspensionRequest {
  @Day({
    description:
      'First day on which no new dossiers are taken; the day of a suspension already entered changes that one',
  })
  readonly from!: string;

  @Day({ optional: true, nullable: true, description: 'First day on which dossiers are taken again; null: not known' })
  readonly until: string | null = null;

  @Text({ max: 1000 })
  readonly reason!: string;
}
