import { InstantText, Text, Uuid } from '../shared/fields.js';

/** The applicant withdrew a dossier before its acceptance. Key: dossierId. Producer: dossier-intake. */
export class DossierWithdrawnV1 {
  static readonly type = 'vn.motcua.dossier.withdrawn.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @InstantText() readonly withdrawnAt!: string;
  @Text() readonly reason!: string;
}
