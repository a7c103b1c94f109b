import { COMPARED_FIELDS, type ComparedField } from '@motcua/catalogue-domain';
import { OneOf, TextList } from '@motcua/platform';

export class FieldDifferenceView {
  @OneOf(COMPARED_FIELDS) readonly field!: ComparedField;
  @TextList({ description: 'As we have it, a line for each thing' }) readonly ours!: readonly string[];
  @TextList({ description: 'As the portal has it' }) readonly theirs!: readonly string[];
}
