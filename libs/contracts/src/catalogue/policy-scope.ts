import { AnyTextList, EachOneOf } from '@motcua/fields';
import { CHANNELS, FEE_KINDS, SUBJECTS, type Channel, type FeeKind, type Subject } from '../shared/vocabulary.js';

/** What a policy applies to; null sets no limit, and all limits hold together (R17). */
export class PolicyScope {
  @AnyTextList({ nullable: true }) readonly fields!: readonly string[] | null;
  @AnyTextList({ nullable: true }) readonly procedures!: readonly string[] | null;
  /** Agencies with all that is below them. */
  @AnyTextList({ nullable: true }) readonly agencies!: readonly string[] | null;
  @EachOneOf(FEE_KINDS, { nullable: true }) readonly feeKinds!: readonly FeeKind[] | null;
  @EachOneOf(CHANNELS, { nullable: true }) readonly channels!: readonly Channel[] | null;
  /** Kinds of applicant; absent in events of earlier releases. */
  @EachOneOf(SUBJECTS, { optional: true, nullable: true }) readonly applicants?: readonly Subject[] | null;
}
