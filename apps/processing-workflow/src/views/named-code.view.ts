import { Text } from '@motcua/platform';

export class NamedCodeView {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
}
