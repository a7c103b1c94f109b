import { COLLECTION_TIMES, type CollectionTime, FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { ListOf, OneOf, Text, Whole } from '@motcua/platform';
import { ReductionView } from './reduction.view.js';

export class AssessedLineView {
  @Text() readonly code!: string;
  @OneOf(FEE_KINDS, { description: 'phi: service fee; lePhi: state charge' }) readonly kind!: FeeKind;
  @Text() readonly name!: string;
  @Whole({ description: 'Amount of the tariff in force at submission, đồng', example: 230_000 }) readonly base!: number;
  @Whole({ description: 'Amount after reduction, đồng', example: 115_000 }) readonly net!: number;
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @ListOf(() => ReductionView, { description: 'Largest applicable reduction; null where none applies (R17)' })
  readonly reductions!: readonly ReductionView[];
}
