import { Text, TextList } from '@motcua/platform';

export class SigningRightView {
  @Text() readonly agency!: string;
  @TextList({ nullable: true, description: 'Null: every result' }) readonly results!: readonly string[] | null;
}
