import { Text } from '@motcua/platform';

export class SupplementItemRequest {
  @Text({ optional: true, nullable: true, max: 100, description: 'Code of the document component at fault' })
  readonly component?: string | null;

  @Text({
    optional: true,
    nullable: true,
    max: 300,
    description: 'Name of a paper beyond the list of the procedure, in place of a code',
  })
  readonly name?: string | null;

  @Text({ optional: true, nullable: true, max: 300, description: 'JSON pointer to the field of the form at fault' })
  readonly field?: string | null;

  @Text({ max: 2000, description: 'A sentence for the applicant (R21)' })
  readonly reason!: string;
}
