import { InstantText, Text, Uuid } from '../shared/fields.js';

/** The applicant asks to withdraw an accepted dossier; the case decides. Key: dossierId. Producer: dossier-intake. */
export class DossierWithdrawalRequestedV1 {
  static readonly type = 'vn.motcua.dossier.withdrawal-requested.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @InstantText() readonly requestedAt!: string;
  @Text() readonly reason!: string;
}
