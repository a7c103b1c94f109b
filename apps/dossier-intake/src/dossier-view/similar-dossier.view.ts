import { InstantText, Text, Uuid } from '@motcua/platform';

/** Another dossier of the same applicant and procedure, of the same days. */
export class SimilarDossierView {
  @Uuid() readonly id!: string;
  @Text({ nullable: true }) readonly code!: string | null;
  @Text() readonly status!: string;
  @InstantText() readonly submittedAt!: string;
  @Text() readonly receivingAgency!: string;
}
