import { Text } from '@motcua/platform';

export class SupplementItemView {
  @Text({ nullable: true }) readonly component!: string | null;
  @Text({ nullable: true }) readonly field!: string | null;
  @Text() readonly reason!: string;
}
