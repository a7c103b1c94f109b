import { Text } from '@motcua/platform';

export class NamedCodeShape {
  @Text({ max: 200 })
  readonly code!: string;

  @Text({ max: 2000 })
  readonly name!: string;
}
