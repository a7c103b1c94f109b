import { Nullable, Text } from './fields.js';

/** One thing to bring or to correct: a component, or a field of the form (R21). */
export class SupplementItem {
  @Nullable() @Text() readonly component!: string | null;
  /** JSON pointer into the form data. */
  @Nullable() @Text() readonly field!: string | null;
  /** A sentence for the applicant. */
  @Text() readonly reason!: string;
}
