import { InstantText, Text, Whole } from '@motcua/platform';

/** What anyone with the code may know: nothing personal of the applicant. */
export class TrackingView {
  @Text() readonly code!: string;
  @Text() readonly procedureName!: string;
  @Text() readonly status!: string;
  @Text({ description: "The status in the caller's language" }) readonly statusName!: string;
  @Whole() readonly statusNumber!: number;
  @InstantText() readonly statusSince!: string;
  @Text({ nullable: true }) readonly holderAgency!: string | null;
  @Text({ nullable: true }) readonly holderOfficer!: string | null;
  @Text({ nullable: true }) readonly step!: string | null;
  @InstantText({ nullable: true }) readonly submittedAt!: string | null;
  @InstantText({ nullable: true }) readonly receptionDueAt!: string | null;
  @InstantText({ nullable: true }) readonly acceptedAt!: string | null;
  @InstantText({ nullable: true, description: 'Current promised due date; null while the term is paused' })
  readonly dueAt!: string | null;
}
