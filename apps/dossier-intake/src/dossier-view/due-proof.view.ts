import { InstantText, Text } from '@motcua/platform';

/** That it was paid to the body that collects it. */
export class DueProofView {
  @Text({ description: 'Number of the proof of payment' }) readonly paper!: string;
  @InstantText() readonly givenAt!: string;
  @Text({ nullable: true, description: 'Officer who recorded it; null: the applicant did' })
  readonly officerName!: string | null;
}
