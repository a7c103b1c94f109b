import { Nullable, Text } from '../shared/fields.js';

/** Who holds a dossier now, for the applicant to see (R19). */
export class StatusHolder {
  @Text() readonly agency!: string;
  @Nullable() @Text() readonly agencyName!: string | null;
  @Nullable() @Text() readonly officerName!: string | null;
}
