import { ListOf } from '@motcua/platform';
import { CorrectionView } from './correction.view.js';

export class CorrectionsView {
  @ListOf(() => CorrectionView) readonly items!: readonly CorrectionView[];
}
