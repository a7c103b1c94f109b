import { Day, Text } from '@motcua/platform';

export class SuspensionView {
  @Day()
  readonly from!: string;

  @Day({ nullable: true, description: 'First day on which dossiers are taken again; null: not known' })
  readonly until!: string | null;

  @Text()
  readonly reason!: string;
}
