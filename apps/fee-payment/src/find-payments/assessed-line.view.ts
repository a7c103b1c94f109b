import { COLLECTION_TIMES, type CollectionTime, FEE_KINDS, type FeeKind } from '@motcua/fee-domain';
import { ListOf, OneOf, Text, Whole } from '@motcua/platform';
import { ReductionView } from './reduction.view.js';

export class AssessedLineView {
  @Text() readonly code!: string;
  @OneOf(FEE_KINDS, { description: 'phi: a fee for a service; lePhi: a charge of the state' }) readonly kind!: FeeKind;
  @Text() readonly name!: string;
  @Whole({ description: 'đồng, by the tariff in force at submission', example: 230_000 }) readonly base!: number;
  @Whole({ description: 'đồng, what is owed', example: 115_000 }) readonly net!: number;
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @ListOf(() => ReductionView, { description: 'The one largest that fits, or none (R17)' })
  readonly reductions!: readonly ReductionView[];
}
