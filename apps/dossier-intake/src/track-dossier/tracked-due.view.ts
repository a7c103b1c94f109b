import { Day, Flag, Text, Whole } from '@motcua/platform';

/** What another body collects and nobody has proven to be paid. Its words are an officer's: only for who gives the number. */
export class TrackedDueView {
  @Whole({ description: 'đồng' }) readonly amount!: number;
  @Day({ nullable: true }) readonly payBy!: string | null;
  @Flag({ description: 'The result waits for the proof of payment' }) readonly holdsBack!: boolean;
  @Text({ nullable: true, description: 'Null unless the applicant’s number was given' }) readonly name!: string | null;
  @Text({ nullable: true, description: 'Null unless the applicant’s number was given' })
  readonly collector!: string | null;
  @Text({ nullable: true, description: 'Null unless the applicant’s number was given' })
  readonly howToPay!: string | null;
}
