import { AnyText } from '@motcua/fields';
/** Who holds a dossier now, for the applicant to see (R19). */
export class StatusHolder {
  @AnyText() readonly agency!: string;
  @AnyText({ nullable: true }) readonly agencyName!: string | null;
  @AnyText({ nullable: true }) readonly officerName!: string | null;
}
