import { MISSING_OUTCOMES, type MissingOutcome } from '@motcua/dossier-domain';
import { InstantText, OneOf, Text } from '@motcua/platform';

/** What became of a paper that the count did not find. */
export class SettledItemView {
  @Text() readonly code!: string;
  @OneOf(MISSING_OUTCOMES) readonly outcome!: MissingOutcome;
  @Text() readonly reason!: string;
  @InstantText() readonly at!: string;
  @Text() readonly by!: string;
}
