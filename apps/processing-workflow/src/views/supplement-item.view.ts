import { Flag, Text } from '@motcua/platform';

export class SupplementItemView {
  @Text({ nullable: true }) readonly component!: string | null;
  @Text({ optional: true, nullable: true, description: 'Name of a paper beyond the list of the procedure' })
  readonly name?: string | null;
  @Text({ nullable: true }) readonly field!: string | null;
  @Text() readonly reason!: string;
  @Flag({ description: 'It was given, whole or with a part of the supplement' }) readonly given!: boolean;
}
