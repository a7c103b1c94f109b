import { AnyInstant, AnyListOf, AnyText, Count, Nested } from '@motcua/fields';
import { FeeLine } from './fee-line.js';
import { OfficerReference } from './officer-reference.js';

/** A fee that was found to be owed after the submission: what, why, and until when it is to be paid (status 6). */
export class FeeDemand {
  /** Counts the demands of whoever makes it: the one-stop before the acceptance, the case after it. */
  @Count() readonly number!: number;
  @AnyListOf(() => FeeLine) readonly lines!: readonly FeeLine[];
  /** A sentence for the applicant (R21). */
  @AnyText() readonly reason!: string;
  @AnyText() readonly legalBasis!: string;
  @AnyInstant() readonly demandedAt!: string;
  @AnyInstant() readonly deadlineAt!: string;
  @Nested(() => OfficerReference) readonly demandedBy!: OfficerReference;
}
