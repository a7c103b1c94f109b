import { Text } from '@motcua/platform';

export class SupplementItemView {
  @Text({ nullable: true }) readonly component!: string | null;
  @Text({ optional: true, nullable: true, description: 'Name of a paper beyond the list of the procedure' })
  readonly name?: string | null;
  @Text({ nullable: true }) readonly field!: string | null;
  @Text() readonly reason!: string;
}
