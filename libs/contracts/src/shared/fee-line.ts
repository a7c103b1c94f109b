import { Amount, AnyText, Nested, OneOf } from '@motcua/fields';
import { FeeReduction } from './fee-reduction.js';

import { COLLECTION_TIMES, FEE_KINDS, type CollectionTime, type FeeKind } from './vocabulary.js';

/** One fee (`phi`) or charge (`lePhi`) that a dossier owes, as assessed at submission (R16). Amounts in đồng. */
export class FeeLine {
  @AnyText() readonly code!: string;
  @OneOf(FEE_KINDS) readonly kind!: FeeKind;
  @AnyText() readonly name!: string;
  @Amount() readonly base!: number;
  /** What is owed: the base less the reduction, a half đồng rounded up. */
  @Amount() readonly net!: number;
  @OneOf(COLLECTION_TIMES) readonly collectedAt!: CollectionTime;
  @Nested(() => FeeReduction, { nullable: true }) readonly reduction!: FeeReduction | null;
}
