import { InstantText, ListOf, Text, Whole } from '@motcua/platform';
import { CorrectedFieldView } from './corrected-field.view.js';

/** A correction, with the values that stood there before. */
export class CorrectionView {
  @Whole({ min: 1 }) readonly number!: number;
  @InstantText() readonly correctedAt!: string;
  @Text() readonly correctedBy!: string;
  @Text() readonly askedBy!: string;
  @Text() readonly reason!: string;
  @ListOf(() => CorrectedFieldView) readonly changes!: readonly CorrectedFieldView[];
}
