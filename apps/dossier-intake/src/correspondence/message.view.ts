import { Flag, InstantText, Text, Whole } from '@motcua/platform';

/** What applicant or office wrote about a dossier. */
export class MessageView {
  @Whole({ min: 1 }) readonly number!: number;
  @InstantText() readonly sentAt!: string;
  @Flag({ description: 'Written by the applicant, or by who acts for them; else by an officer' })
  readonly fromApplicant!: boolean;
  @Text({ nullable: true, description: 'Name of the officer' }) readonly officerName!: string | null;
  @Text() readonly text!: string;
}
