import { Day, Text } from '@motcua/platform';

export class AnnouncementShape {
  @Text({ max: 100, example: '1649/QĐ-BNNMT' })
  readonly decisionNumber!: string;

  @Day()
  readonly decidedOn!: string;

  @Day({ optional: true, nullable: true, description: 'When it was made public' })
  readonly publishedOn: string | null = null;

  @Day({ description: 'First day in Vietnam on which the version is in force' })
  readonly effectiveFrom!: string;
}
