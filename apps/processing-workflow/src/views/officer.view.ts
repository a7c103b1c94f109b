import { Text } from '@motcua/platform';

export class OfficerView {
  @Text() readonly subject!: string;
  @Text() readonly name!: string;
}
