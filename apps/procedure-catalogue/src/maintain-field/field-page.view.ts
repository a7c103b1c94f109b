import { ListOf, Text } from '@motcua/platform';
import { FieldView } from './field.view.js';

export class FieldPageView {
  @ListOf(() => FieldView)
  readonly items!: readonly FieldView[];

  @Text({ nullable: true })
  readonly next!: string | null;
}
