import { ListOf, Whole } from '@motcua/platform';
import { BeneficiaryView } from './beneficiary.view.js';
import { FeeLineView } from './fee-line.view.js';

/** What a draft would owe. */
export class QuoteView {
  @ListOf(() => FeeLineView) readonly lines!: readonly FeeLineView[];
  @Whole({ description: 'đồng' }) readonly total!: number;
  @ListOf(() => BeneficiaryView, { description: 'Categories that may be claimed for this dossier' })
  readonly exemptions!: readonly BeneficiaryView[];
}
