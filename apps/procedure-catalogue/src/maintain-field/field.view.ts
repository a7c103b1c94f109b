import { Text, Whole } from '@motcua/platform';

export class FieldView {
  @Text({ example: 'G10-NN12' })
  readonly code!: string;

  @Text()
  readonly name!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}
