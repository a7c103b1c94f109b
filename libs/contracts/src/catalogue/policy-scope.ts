import { AnyTextList, EachOneOf } from '@motcua/fields';
import { CHANNELS, FEE_KINDS, type Channel, type FeeKind } from '../shared/vocabulary.js';

/** What a policy applies to; null sets no limit, and all limits hold together (R17). */
export class PolicyScope {
  @AnyTextList({ nullable: true }) readonly fields!: readonly string[] | null;
  @AnyTextList({ nullable: true }) readonly procedures!: readonly string[] | null;
  /** Agencies with all that is below them. */
  @AnyTextList({ nullable: true }) readonly agencies!: readonly string[] | null;
  @EachOneOf(FEE_KINDS, { nullable: true }) readonly feeKinds!: readonly FeeKind[] | null;
  @EachOneOf(CHANNELS, { nullable: true }) readonly channels!: readonly Channel[] | null;
}
