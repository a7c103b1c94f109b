import { ListOf, OneOf, Text, TextList, Whole } from '@motcua/platform';
import { ImportFaultView } from './import-fault.view.js';
import { type ImportOutcome, OUTCOMES } from '@motcua/catalogue-domain';

export class ImportItemView {
  @Whole()
  readonly index!: number;

  @Text({ nullable: true })
  readonly code!: string | null;

  @OneOf(OUTCOMES)
  readonly outcome!: ImportOutcome;

  @Whole({ nullable: true, min: 1, description: 'The version that holds this content' })
  readonly version!: number | null;

  @TextList({ description: 'Kinds of what the draft leaves open' })
  readonly openQuestions!: readonly string[];

  @ListOf(() => ImportFaultView)
  readonly errors!: readonly ImportFaultView[];
}
