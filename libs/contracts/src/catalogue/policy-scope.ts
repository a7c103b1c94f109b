import { EachOneOf, Nullable, TextList } from '../shared/fields.js';
import { CHANNELS, FEE_KINDS, type Channel, type FeeKind } from '../shared/vocabulary.js';

/** What a policy applies to; null sets no limit, and all limits hold together (R17). */
export class PolicyScope {
  @Nullable() @TextList() readonly fields!: readonly string[] | null;
  @Nullable() @TextList() readonly procedures!: readonly string[] | null;
  /** Agencies with all that is below them. */
  @Nullable() @TextList() readonly agencies!: readonly string[] | null;
  @Nullable() @EachOneOf(FEE_KINDS) readonly feeKinds!: readonly FeeKind[] | null;
  @Nullable() @EachOneOf(CHANNELS) readonly channels!: readonly Channel[] | null;
}
