import { Text } from '@motcua/platform';

/** What is wrong with one component or one field, as the applicant reads it (R21). */
export class RemarkView {
  @Text({ nullable: true, description: 'Code of the document component' }) readonly component!: string | null;
  @Text({ optional: true, nullable: true, description: 'Name of a paper beyond the list of the procedure' })
  readonly name?: string | null;
  @Text({ nullable: true, description: 'JSON pointer of the field' }) readonly field!: string | null;
  @Text() readonly reason!: string;
}
