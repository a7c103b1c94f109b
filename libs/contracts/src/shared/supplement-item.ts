import { AnyText } from '@motcua/fields';
/** One thing to bring or to correct: a component, or a field of the form (R21). */
export class SupplementItem {
  @AnyText({ nullable: true }) readonly component!: string | null;
  /** JSON pointer into the form data. */
  @AnyText({ nullable: true }) readonly field!: string | null;
  /** Name of a paper that the procedure does not list; its code is made for this request. */
  @AnyText({ optional: true, nullable: true }) readonly name?: string | null;
  /** A sentence for the applicant. */
  @AnyText() readonly reason!: string;
}
