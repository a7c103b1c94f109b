import { InstantText, OneOf, TextList } from '@motcua/platform';
import { CHECK_OUTCOMES, type CheckOutcome } from '../persistence/population-check.js';

/** What a comparison of the applicant with the National Population Database came to; not what it holds. */
export class PopulationCheckView {
  @OneOf([...CHECK_OUTCOMES, 'away'], {
    description: '`away`: it did not answer; nothing was recorded, and nothing waits for it',
  })
  readonly outcome!: CheckOutcome | 'away';
  @TextList({ description: 'Which of fullName, address and status (not living) differ' })
  readonly fields!: readonly string[];
  @InstantText({ nullable: true, description: 'When it was recorded' }) readonly at!: string | null;
}
