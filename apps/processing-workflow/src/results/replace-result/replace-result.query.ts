import { Day, Text } from '@motcua/platform';

/** What is said about the result that takes another's place. */
export class ReplaceResultQuery {
  @Text({ description: 'Reason for the replacement, shown to the applicant (R21)' })
  readonly reason!: string;

  @Text({ optional: true, max: 500, description: 'Name of the document; that of the replaced one when absent' })
  readonly name?: string;

  @Text({ optional: true, max: 100, description: 'Number of the document; given by us when absent' })
  readonly number?: string;

  @Day({ optional: true, description: 'Last day on which the document holds; without a limit when absent' })
  readonly validUntil?: string;
}
