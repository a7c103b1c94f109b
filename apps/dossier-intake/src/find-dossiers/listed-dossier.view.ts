import { InstantText, Text, Uuid, Whole } from '@motcua/platform';

export class ListedDossierView {
  @Uuid() readonly id!: string;
  @Whole({ description: 'The ETag, without quotes' }) readonly version!: number;
  @Text({ nullable: true }) readonly code!: string | null;
  @Text() readonly status!: string;
  @InstantText() readonly statusSince!: string;
  @Text() readonly procedureCode!: string;
  @Text() readonly procedureName!: string;
  @Text() readonly channel!: string;
  @Text() readonly receivingAgency!: string;
  @Text() readonly competentAgency!: string;
  @Text() readonly applicantName!: string;
  @InstantText({ nullable: true }) readonly submittedAt!: string | null;
  @InstantText({ nullable: true }) readonly receptionDueAt!: string | null;
  @InstantText({ nullable: true }) readonly promisedDueAt!: string | null;
  @Text() readonly holderAgency!: string;
  @Text({ nullable: true }) readonly holderOfficer!: string | null;
}
