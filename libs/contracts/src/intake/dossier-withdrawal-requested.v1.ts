import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/** The applicant asks to withdraw an accepted dossier; the case decides. Key: dossierId. Producer: dossier-intake. */
export class DossierWithdrawalRequestedV1 {
  static readonly type = 'vn.motcua.dossier.withdrawal-requested.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyInstant() readonly requestedAt!: string;
  @AnyText() readonly reason!: string;
}
