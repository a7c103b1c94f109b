import { FeeReduction } from './fee-reduction.js';
import { Amount, Nested, Nullable, OneOf, Text } from './fields.js';
import { COLLECTION_TIMES, FEE_KINDS, type CollectionTime, type FeeKind } from './vocabulary.js';

/** One fee (`phi`) or charge (`lePhi`) that a dossier owes, as assessed at submission (R16). Amounts in đồng. */
export class FeeLine {
  @Text() readonly code!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @Text() readonly name!: string;
  @Amount() readonly base!: number;
  /** What is owed: the base less the reduction, a half đồng rounded up. */
  @Amount() readonly net!: number;
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @Nullable() @Nested(() => FeeReduction) readonly reduction!: FeeReduction | null;
}
