import { Text } from '@motcua/platform';

/** What is wrong with one component or one field, in words that the applicant can read (R21). */
export class RemarkRequest {
  @Text({ optional: true, nullable: true, max: 100, description: 'Code of the document component' })
  readonly component?: string | null;

  @Text({
    optional: true,
    nullable: true,
    max: 300,
    description: 'Name of a paper beyond the list of the procedure, in place of a code; of a supplement request only',
  })
  readonly name?: string | null;

  @Text({ optional: true, nullable: true, max: 500, description: 'JSON pointer of the field' })
  readonly field?: string | null;

  @Text({ max: 2000 })
  readonly reason!: string;
}
