import { Day, Text } from '@motcua/platform';

/** What is said about an uploaded result, beside its content. */
export class AddResultQuery {
  @Text({
    optional: true,
    max: 100,
    description:
      "Code of one of the procedure's results, or VAN-BAN-TRA-LOI, the letter of refusal; when absent the first one of the decision taken, before a decision of a grant",
  })
  readonly resultCode?: string;

  @Text({ optional: true, max: 500, description: "Name of the document; that of the procedure's result when absent" })
  readonly name?: string;

  @Text({ optional: true, max: 100, description: 'Number of the document; given by us when absent' })
  readonly number?: string;

  @Day({ optional: true, description: 'Last day on which the document holds; without a limit when absent' })
  readonly validUntil?: string;
}
